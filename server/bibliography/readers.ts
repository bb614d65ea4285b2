/** What reads bibliographies, loaded when there is something to read: a draft that cites nothing starts without its parsers. */
export const loadReaders = () => import('../core/bibliography/readers.ts');

/**
 * What reads bibliographies. It stands apart from the façade of the core, since its parsers cost more than all the rest that a
 * start has to load: whoever needs them loads this module once there is something to read.
 */
export { type MetadataForm, type MetadataName, namedInMetadata } from './metadata.ts';
export { bibliographySteps, readBibliography } from './read-bibliography.ts';

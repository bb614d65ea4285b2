/** Addresses of searches: a path or a query that asks for words. */
const search =
  /(?:^|[/.])(?:search|suche|recherche|find)(?:\.[a-z]{2,5})?\/?(?:\?|$)|[?&](?:q|query|search|s|p|text|keywords?)=/i;
const searchHost = /^(?:www\.)?(?:google|bing|duckduckgo|yandex|ecosia|qwant|baidu|startpage)\./i;
/** A path that says nothing: none, or the page that a site opens with, in some language. */
const homePath =
  /^\/?(?:(?:[a-z]{2}(?:[-_][a-z]{2})?)\/?)?(?:(?:index|home|default|start|main)(?:\.[a-z]{2,5})?\/?)?$/i;

/** Why a link, however well meant, does not take a reader to what backs a claim. */
export type Weakness = 'home' | 'search' | 'mail' | 'here';

/** What is weak about an address; undefined where it may lead to a source. */
export function weaknessOf(address: string): Weakness | undefined {
  const plain = address.trim();
  if (/^(?:mailto|tel|sms):/i.test(plain)) return 'mail';
  if (/^[#*]/.test(plain) || plain === '') return 'here';
  const [, scheme = '', host = '', rest = ''] = /^(https?:|ftp:)?\/\/([^/?#]+)([^#]*)/i.exec(withHost(plain)) ?? [];
  const path = host ? rest : plain.replace(/#.*$/, '');
  const [before = '', query = ''] = path.split('?', 2);
  if (searchHost.test(host) && (query !== '' || homePath.test(before))) return /[?&]/.test(path) ? 'search' : 'home';
  if (search.test(path)) return 'search';
  // A file beside the draft is a document; a site's own first page is none.
  if ((host || scheme || plain.startsWith('/')) && homePath.test(before) && query === '') return 'home';
  return undefined;
}

/** "www.example.org/x" is an address without a scheme. */
const withHost = (address: string): string => (/^www\./i.test(address) ? `//${address}` : address);

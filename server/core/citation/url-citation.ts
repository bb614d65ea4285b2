import { markupOf, type Written } from './placeholder-styles.ts';

/** A web address as it is cited in a language: a link that names the site in brackets, or a note where the language has notes in the text. */
export function urlCitation(languageId: string, url: string): Written {
  const site = siteOf(url);
  const inside = (text: string): Written => ({ text, standing: 'inside' });
  const attached = (text: string): Written => ({ text, standing: 'attached' });
  switch (markupOf(languageId)) {
    case 'markdown':
    case 'mdx':
      return inside(`([${site}](${url.replace(/[()]/g, character => (character === '(' ? '%28' : '%29'))}))`);
    case 'html': {
      const address = url.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
      return inside(`(<a href="${address}">${site}</a>)`);
    }
    case 'latex':
      return attached(`\\footnote{\\url{${url.replace(/[{}\\]/g, encodeURIComponent)}}}`);
    case 'asciidoc':
      return inside(`(${url.replace(/[[\]]/g, encodeURIComponent)}[${site}])`);
    case 'rst':
      return inside(`(\`${site} <${url}>\`__)`);
    case 'org':
      return inside(`([[${url.replace(/[[\]]/g, encodeURIComponent)}][${site}]])`);
    case 'typst':
      return attached(`#footnote[#link("${url.replace(/["\\]/g, encodeURIComponent)}")]`);
    case 'wiki':
      return attached(`<ref>[${url.replace(/[[\]]/g, encodeURIComponent)} ${site}]</ref>`);
    case 'plain':
      return inside(`(${url})`);
  }
}

/** An address that can be cited: of the web, without a space, and no longer than browsers take. Or why it cannot, as a full sentence. */
export function citableUrl(given: string): { readonly url: string } | { readonly problem: string } {
  const url = given.trim();
  if (url === '') return { problem: 'There is nothing to cite: copy the address of a page first.' };
  if (!/^https?:\/\/[^\s<>]+$/i.test(url))
    return {
      problem: `“${url.slice(0, 60)}${url.length > 60 ? '…' : ''}” is no web address. One starts with https:// and has no spaces.`,
    };
  if (url.length > 2000)
    return { problem: `This address is ${url.length} characters long; the longest that can be cited has 2000.` };
  return { url };
}

/** "example.org". */
const siteOf = (url: string): string =>
  /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/?#:]+)/i.exec(url)?.[1]?.replace(/[^\p{L}\p{N}.-]/gu, '') ?? url;

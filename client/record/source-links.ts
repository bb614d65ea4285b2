import type { LedgerSource } from '../../server/protocol/ledger.ts';

/** The page of which an address in an archive names the copy, as those of the Wayback Machine and archive.today do; absent where it does not. */
export const archivedPage = (address: string): string | undefined =>
  /^https?:\/\/[^\s/]+\/\S*?(https?:\/\/[^\s/]+\.\S+)$/i.exec(address.trim())?.[1];

/** The addresses at which a source can be looked at: the page itself, then its copy in an archive. */
export const addressesOf = ({ url, archive }: LedgerSource): readonly string[] =>
  [url, archive].flatMap(address => (address !== undefined && isAddress(address) ? [address] : []));

/** True for a whole address of the web, which a browser may be given. */
export const isAddress = (text: string): boolean => /^https?:\/\/[^\s/<>]+\.[^\s<>]+$/i.test(text);

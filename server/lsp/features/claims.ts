import { claimState, type PlacedClaim } from '../../core/index.ts';
import {
  type ClaimItem,
  type ClaimSection,
  type ClaimsResult,
  claimsRequest,
  type DocumentParams,
} from '../../protocol/messages.ts';
import type { Feature } from '../context.ts';
import type { Converter } from '../convert.ts';
import type { Reading } from '../readings.ts';
import { sectionsOf } from '../sections.ts';
import { claimText } from '../wording.ts';

/** The claims under their headings, for the Claims view. Sections without a claim are left out. */
export const claims: Feature = ({ connection, convert, forDocument }) => {
  connection.onRequest(
    claimsRequest,
    forDocument<DocumentParams, ClaimsResult | null>({ what: 'the claims', missing: null }, reading => ({
      version: reading.version,
      sections: sectionsOf(reading.article)
        .filter(section => section.claims.length > 0)
        .map((section): ClaimSection => {
          const items = section.claims.map(claim => itemOf(claim, reading, convert));
          if (!section.heading) return { claims: items };
          const { title } = section.heading;
          return { title, range: convert.toRange(reading.document, section.heading), claims: items };
        }),
    })),
  );
};

const itemOf = (placed: PlacedClaim, { article, document }: Reading, convert: Converter): ClaimItem => ({
  id: placed.id,
  text: claimText(article, placed),
  range: convert.toRange(document, placed),
  state: claimState(placed.claim),
  kinds: placed.claim.kinds,
  evidence: placed.claim.evidence,
  reasons: placed.claim.reasons,
  needsSource: placed.claim.needsSource,
});

import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import {
  type Article,
  type CalendarDay,
  citedKeyAt,
  definedLabels,
  type Finding,
  type Library,
  resolvedTime,
  rules,
  type Span,
  standingAt,
  timeAt,
} from '../../core/index.ts';
import { type EntryFormat, entryInWords, plainEntry } from '../bibliography/entry-wording.ts';
import type { Feature } from '../context.ts';
import { rulePage } from '../convert.ts';
import { dayInWords, daysInWords } from '../days.ts';
import { evidenceInWords, standingSentence } from '../standing-wording.ts';
import { onOneLine, shortened } from '../wording.ts';

const longestExcerpt = 160;

/** What is told of a place that is no fault of the draft. */
interface Told extends Span {
  readonly wording: string;
}

/** What was matched under the cursor, why it matters, and what would satisfy the checker. */
export const hover: Feature = ({ capabilities, client, connection, convert, docsUri, forDocument }) => {
  capabilities.hoverProvider = true;
  const format = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ? markdown : plainText;
  connection.onHover(
    forDocument<HoverParams, Hover | null>(
      { what: 'the hover', missing: null },
      ({ article, document, library, report, today }, { position }) => {
        const offset = convert.toOffset(document, position);
        const under = report.findings
          .filter(({ start, end }) => start <= offset && (offset < end || start === end))
          .sort((a, b) => a.end - a.start - (b.end - b.start));
        const [narrowest] = under;
        const exact = [
          timeToldFrom(today, article, offset),
          library && entryCitedAt(library.library, article, offset, format),
        ].filter(one => one !== undefined);
        // What stands right there is what was pointed at; the sentence around it is told of where nothing else is.
        const why = exact.length + under.length === 0 && whyNotFlagged(article, report.findings, offset, format);
        const told = why ? [why] : exact;
        const wordings = told.map(({ wording }) => wording);
        if (!narrowest) {
          const [first] = told;
          if (!first) return null;
          return {
            contents: { kind: format.kind, value: wordings.join(format.rule) },
            range: convert.toRange(document, first),
          };
        }
        const explanations = under.map(finding => {
          const matched = shortened(article.text.slice(finding.start, finding.end), longestExcerpt);
          return explain(finding, matched, docsUri, format);
        });
        return {
          contents: { kind: format.kind, value: [...explanations, ...wordings].join(format.rule) },
          range: convert.toRange(document, narrowest),
        };
      },
    ),
  );
};

/** Why the claim at a place is not flagged; undefined where there is none, or where it is flagged beside the place. */
function whyNotFlagged(
  article: Article,
  findings: readonly Finding[],
  place: number,
  { labelled, quoted }: Format,
): Told | undefined {
  const standing = standingAt(article, place);
  if (!standing) return undefined;
  const { start, end, reason, evidence } = standing;
  const isFlagged = ({ family, ...where }: Finding) =>
    (family === 'claim' || family === 'attribution') && where.start < end && start < where.end;
  if (findings.some(isFlagged)) return undefined;
  const backing = [...new Set(evidence.map(one => quoted(evidenceInWords(one, standing, article.text))))];
  const parts = [labelled('Not flagged', standingSentence[reason])];
  if (backing.length > 0 && standing.evidence[0]?.kind !== undefined && reason !== 'own')
    parts.push(labelled(reason === 'placeholder' ? 'Placeholder' : 'Evidence', backing.join('; ')));
  return { start, end, wording: parts.join('\n\n') };
}

/** The work whose key is at a place, in words, or that nobody knows it; undefined where there is no key. */
function entryCitedAt(library: Library, article: Article, place: number, format: Format): Told | undefined {
  const cited = citedKeyAt(article, place);
  if (!cited) return undefined;
  const entry = library.entries.get(cited.key);
  if (entry) return { ...cited, wording: entryInWords(entry, format) };
  const isElsewhere = cited.key.startsWith('TODO') || definedLabels(article).has(cited.key);
  // Where every bibliography could be read, a rule says so.
  if (isElsewhere || library.complete || library.entries.size === 0) return undefined;
  return {
    ...cited,
    wording: format.quoted(`No bibliography has the key “${cited.key}”, as far as they could be read.`),
  };
}

/** What days the time at a place speaks of, in words; undefined where there is none or that is left open. */
function timeToldFrom(today: CalendarDay, article: Article, place: number): Told | undefined {
  const found = timeAt(article, place);
  const resolved = found && resolvedTime(found.time, today);
  if (!found || !resolved) return undefined;
  const { start, end } = found;
  return { start, end, wording: `${daysInWords(resolved)}, told from ${dayInWords(today)}` };
}

/** How the parts of an explanation are written down. */
interface Format extends EntryFormat {
  readonly kind: MarkupKind;
  /** Stands between two findings. */
  readonly rule: string;
  readonly labelled: (label: string, words: string) => string;
  readonly link: (title: string, address: string) => string;
}

const markdown: Format = {
  kind: MarkupKind.Markdown,
  rule: '\n\n---\n\n',
  quoted: words => onOneLine(words).replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&'),
  strong: words => `**${words}**`,
  emphasised: words => `*${words}*`,
  labelled: (label, words) => `**${label}:** ${words}`,
  link: (title, address) => `[${title}](${address.replace(/[()]/g, mark => (mark === '(' ? '%28' : '%29'))})`,
};

const plainText: Format = {
  ...plainEntry,
  kind: MarkupKind.PlainText,
  rule: '\n\n⁂\n\n',
  labelled: (label, words) => `${label}: ${words}`,
  link: (title, address) => `${title}: ${address}`,
};

function explain(finding: Finding, matched: string, docsUri: string | undefined, format: Format): string {
  const { quoted, labelled, link } = format;
  const docs = rules.find(({ id }) => id === finding.ruleId)?.docs;
  // The message itself is left to the diagnostic, which editors show beside the hover.
  const parts: string[] = [];
  if (matched) parts.push(labelled('Matched', `“${quoted(matched)}”`));
  if (finding.reasons.length > 0) parts.push(labelled('Noticed', quoted(finding.reasons.join('; '))));
  parts.push(labelled('Confidence', `${Math.round(finding.confidence * 100)} %`));
  if (docs) parts.push(labelled('Why it matters', docs.why), labelled('What would satisfy it', docs.advice));
  if (docsUri !== undefined) parts.push(link(`About the rule “${finding.ruleId}”`, rulePage(docsUri, finding.ruleId)));
  return parts.join('\n\n');
}

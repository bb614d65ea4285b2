import type { WordChange } from '../protocol/ledger.ts';
import { type Fact, type Sheet, type SourcePart, sourceParts } from './sheet.ts';

/**
 * The sheet as one file that needs nothing else and runs nothing: the copy with its facts numbered, then the facts.
 * Everything that comes from the draft or the record is escaped; addresses become links only where they are on the web.
 */
export function htmlSheet(sheet: Sheet): string {
  const title = `Fact-check sheet: ${escaped(sheet.draftName)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p>${sheet.settled} of ${sheet.total} claims settled on ${escaped(sheet.date)}.</p>
<h2>Annotated copy</h2>
<div class="copy">${annotated(sheet)}</div>
<h2>Facts</h2>
<table>
<thead><tr><th scope="col">No.</th><th scope="col">Claim</th><th scope="col">Status</th><th scope="col">Sources</th><th scope="col">Checker</th><th scope="col">Note</th></tr></thead>
<tbody>
${sheet.facts.map(fact => row(fact, sheet)).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

const style = `
body{font:1rem/1.5 Georgia,serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
.copy{white-space:pre-wrap;overflow-wrap:anywhere}
.copy mark{background:#fff3bf;color:inherit}.copy mark.settled{background:#d3f9d8}
.copy sup a{color:inherit;text-decoration:none;font-weight:bold}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
th,.day{white-space:nowrap}td:nth-child(2){min-width:16rem}td ul{overflow-wrap:anywhere;min-width:10rem}td:nth-child(6){overflow-wrap:anywhere;min-width:8rem}
ul{margin:0;padding-left:1.1rem}
@media print{body{max-width:none;margin:0;font-size:10pt}.copy mark{background:none;border-bottom:1px solid #000}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}
`;

/** The copy with a mark around each fact and its number behind it. Facts in one sentence share the mark. */
function annotated({ facts, text }: Sheet): string {
  const parts: string[] = [];
  let at = 0;
  for (let index = 0; index < facts.length; ) {
    const { span } = facts[index] as Fact;
    if (!span) break;
    let next = index + 1;
    while (facts[next]?.span?.start === span.start) next++;
    const same = facts.slice(index, next);
    const isSettled = same.every(({ claim }) => claim.settled);
    const numbers = same.map(({ number }) => `<a id="copy-${number}" href="#fact-${number}">[${number}]</a>`).join('');
    parts.push(
      escaped(text.slice(at, span.start)),
      `<mark${isSettled ? ' class="settled"' : ''}>${escaped(text.slice(span.start, span.end))}</mark><sup>${numbers}</sup>`,
    );
    at = span.end;
    index += same.length;
  }
  return parts.join('') + escaped(text.slice(at));
}

function row({ changes, claim, number, span, standing }: Fact, { works }: Sheet): string {
  const { entry, text } = claim;
  const sources = (entry?.sources ?? []).map(
    source => `<li>${sourceParts(source, works).map(partHtml).join(', ')}</li>`,
  );
  const back = span ? `<a href="#copy-${number}">${number}</a>` : `${number}`;
  const since = changes.length === 0 ? '' : `<br>Signed off as: ${changes.map(changeHtml).join('')}`;
  const day = entry?.date && `<span class="day">${escaped(entry.date)}</span>`;
  const checker = [entry?.checker && escaped(entry.checker), day].filter(Boolean).join(', ');
  return `<tr id="fact-${number}"><th scope="row">${back}</th><td>${escaped(text)}${since}</td><td>${escaped(standing)}</td><td>${sources.length === 0 ? '' : `<ul>${sources.join('')}</ul>`}</td><td>${checker}</td><td>${escaped(entry?.note ?? '')}</td></tr>`;
}

function partHtml({ before, isAddress, text }: SourcePart): string {
  const words = escaped(text);
  return before + (isAddress && isWeb(text) ? `<a href="${words}" rel="noreferrer">${words}</a>` : words);
}

function changeHtml({ kind, text }: WordChange): string {
  if (kind === 'same') return escaped(text);
  return kind === 'removed' ? `<del>${escaped(text)}</del>` : `<ins>${escaped(text)}</ins>`;
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, mark => entities[mark] as string);

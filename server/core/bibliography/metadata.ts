import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Span } from '../model/span.ts';

/** A bibliography that a piece of YAML names, and where. */
export interface MetadataName extends Span {
  readonly path: string;
}

/** The keys under which a kind of YAML names bibliographies, each as the keys that lead there. */
export type MetadataForm = readonly (readonly string[])[];

/** The bibliographies that a piece of YAML names: under each of some keys a name or a list of names. */
export function namedInMetadata(yaml: string, form: MetadataForm): MetadataName[] {
  const { contents } = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
  if (!isMap(contents)) return [];
  return form.flatMap(keys => {
    const given = contents.getIn(keys, true);
    return (isSeq(given) ? given.items : [given]).flatMap((node): MetadataName[] =>
      isScalar(node) && typeof node.value === 'string' && node.value !== '' && node.range
        ? [{ path: node.value, start: node.range[0], end: node.range[1] }]
        : [],
    );
  });
}

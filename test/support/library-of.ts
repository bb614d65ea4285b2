import { type Library, noLibrary } from '../../server/core/index.ts';

/** A library that has books under certain keys, and of each nothing but the key. */
export const libraryOf = (keys: readonly string[] | undefined): Library =>
  keys === undefined
    ? noLibrary
    : {
        entries: new Map(
          keys.map(key => [
            key,
            { key, type: 'book', authors: [], year: '', title: '', container: '', url: '', position: 0 },
          ]),
        ),
        complete: true,
        declared: true,
      };

import { describe, expect, it } from 'vitest';
import { addressesOf, archivedPage, isAddress } from '../../../client/record/source-links.ts';

describe('archivedPage', () => {
  it.each([
    ['https://web.archive.org/web/20250203101500/https://quay.example/plan?page=2', 'https://quay.example/plan?page=2'],
    ['http://archive.today/2025.02.03-101500/http://quay.example/', 'http://quay.example/'],
    ['https://archive.ph/AbC12', undefined],
    ['https://quay.example/plan', undefined],
    ['not an address', undefined],
  ])('of %s is %s', (address, page) => expect(archivedPage(address)).toBe(page));
});

describe('addressesOf', () => {
  it('gives the page before its copy', () => {
    expect(addressesOf({ url: 'https://a.example', archive: 'https://archive.ph/x' })).toEqual([
      'https://a.example',
      'https://archive.ph/x',
    ]);
  });

  it('gives nothing that a browser should not be given', () => {
    expect(addressesOf({ url: 'file:///etc/passwd', archive: 'javascript:alert(1)' })).toEqual([]);
    expect(addressesOf({ person: 'Ada Fenn' })).toEqual([]);
  });
});

it('takes whole addresses only', () => {
  expect(
    ['https://a.example', 'HTTP://a.example/b c', 'a.example', 'https://a', 'https://a.example/x>y'].filter(isAddress),
  ).toEqual(['https://a.example']);
});

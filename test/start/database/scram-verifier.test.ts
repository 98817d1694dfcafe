import { expect, test } from 'vitest';
import { scramVerifier } from '../../../start/database/scram-verifier.ts';

test('follows the example of RFC 7677', () => {
  // StoredKey and ServerKey follow from password, salt and iterations of section 3 of that RFC.
  expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

test('is another every time', () => {
  expect(scramVerifier('pencil')).not.toBe(scramVerifier('pencil'));
});

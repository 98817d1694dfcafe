import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitsStatements } from '../../../subgraphs/chassis/database/splits-statements.ts';

test.each([
  ['plain statements', 'select 1; select 2;', ['select 1', 'select 2']],
  ['a last statement without semicolon', 'select 1;\nselect 2', ['select 1', 'select 2']],
  ['empty statements and comment alone', ';; -- niets;\n/* ; */ ;', []],
  [
    'a comment before a statement stays with it',
    '-- waarom; daarom\nselect 1;',
    ['-- waarom; daarom\nselect 1'],
  ],
  ['nested comments', 'select /* a /* ; */ ; */ 1; select 2', ['select /* a /* ; */ ; */ 1', 'select 2']],
  ['quotes', `select 'a;''b;', "c;""d"; select 2`, [`select 'a;''b;', "c;""d"`, 'select 2']],
  [
    'a backslash in an ordinary string does not escape',
    String.raw`select '\'; select 2`,
    [String.raw`select '\'`, 'select 2'],
  ],
  [
    'a backslash in an E-string escapes',
    String.raw`select e'\';'; select 2`,
    [String.raw`select e'\';'`, 'select 2'],
  ],
  [
    'dollar quotes, with and without a tag',
    'do $$ begin; end $$; do $a$ $$ ; $b$ ; $a$; select 2',
    ['do $$ begin; end $$', 'do $a$ $$ ; $b$ ; $a$', 'select 2'],
  ],
  ['a dollar within a name is no quote', 'select a$b$c; select $1', ['select a$b$c', 'select $1']],
  [
    'parentheses',
    'create rule r as on insert to t do (a; b); select 2',
    ['create rule r as on insert to t do (a; b)', 'select 2'],
  ],
  [
    'a body of begin atomic',
    'create or replace function f() returns int begin atomic; select case when true then 1 end; select 2; end; select 3',
    [
      'create or replace function f() returns int begin atomic; select case when true then 1 end; select 2; end',
      'select 3',
    ],
  ],
  ['an unfinished string is left to PostgreSQL', "select 1; select 'a; b", ['select 1', "select 'a; b"]],
])('splits a script with %s', (_naam, script, statements) => {
  expect(splitsStatements(script)).toEqual(statements);
});

test('whatever is put together of whole statements comes apart again', () => {
  const stuk = fc.constantFrom(
    "'a;b'",
    '"c;"',
    '$$;$$',
    '$x$ ; $$ $x$',
    '/* ; */',
    '(1; 2)',
    'select',
    'a$b',
    "e'\\';'",
    '42',
    '--;\n',
  );
  const statement = fc.array(stuk, { minLength: 1 }).map((delen) => ['select', ...delen, '1'].join(' '));
  fc.assert(
    fc.property(fc.array(statement), (statements) => {
      expect(splitsStatements(statements.map((sql) => `${sql};`).join('\n'))).toEqual(statements);
    }),
  );
});

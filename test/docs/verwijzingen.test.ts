import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT });

/** What a page refers to: links within the project, and paths in code that begin with a room. */
function references(page: string): readonly string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) =>
    join(dirname(page), path),
  );
  const paths = [...text.matchAll(/`((?:gateway|subgraphs|schema|start|test|docs)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  );
  return [...links, ...paths];
}

it('what the documents refer to exists', () => {
  expect(pages).toContain('README.md');
  const dangling = pages.flatMap((page) =>
    references(page)
      .filter((path) => !existsSync(join(ROOT, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(dangling).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SchemaMapping } from '@core/schema-change/mapping';
import { hasInflection } from '@core/text/inflection';
import { wordFinder } from '@core/text/matching';
import { describe, expect, test } from 'vitest';
import { parley } from '../../support/parley';
import { temporaryFolder } from '../../support/project';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');

/** The code block of a page that stands under `<!-- tested: NAME -->`. */
function example(page: string, name: string): string {
  const source = readFileSync(join(docs, page), 'utf8');
  const found = new RegExp(`<!-- tested: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(source);
  if (!found) throw new Error(`${page} has no example '${name}'`);
  return found[1]!;
}

describe('the documentation', () => {
  test('shows commands that run and a Python program that checks their export', async () => {
    const folder = temporaryFolder();
    const [file, report, out] = ['p.parley', 'report.txt', 'p.json'].map((name) => join(folder, name));
    writeFileSync(report!, 'The spokesman rejects the demand. 🕊️ مذاکرات');
    await parley(folder, ['new', file!, '--import', report!]);
    const done = await parley(folder, ['run', file!], { input: example('cli.md', 'commands') });
    expect(done).toMatchObject({ code: 0, err: '' });
    await parley(folder, ['export', file!, '--format', 'json', '--out', out!]);
    const program = join(folder, 'check.py');
    writeFileSync(program, example('data-format.md', 'python'));
    const python = spawnSync('python3', [program, out!], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(python).toMatchObject({
      status: 0,
      stdout: 'person\tspokesman\tThe spokesman\n',
      stderr: '2 fragments checked\n',
    });
  });

  test('shows how entities are merged, and undone', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'p.parley');
    await parley(folder, ['new', file]);
    const done = await parley(folder, ['run', file], { input: example('cli.md', 'entities') });
    expect(done).toMatchObject({ code: 0, err: '' });
    const results = done.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results[2].value.pairs).toMatchObject([{ reason: 'transliterated' }]);
    expect(results[4].value.entity).toMatchObject({ name: 'Taliban', aliases: ['طالبان'] });
    const listed = await parley(folder, ['entities', file, '--json']);
    expect(JSON.parse(listed.out).map(({ name }: { name: string }) => name)).toEqual(['Taliban', 'طالبان']);
    const found = await parley(folder, ['entities', file, '--search', 'talib']);
    expect(found.out).toMatch(/^entity .* why\nTaliban .* part\nطالبان .* part\n$/);
  });

  test('marks all occurrences in a project', async () => {
    const folder = temporaryFolder();
    const texts = ['The spokesman spoke to the other spokesmen.', 'Nothing here.', 'The spokesman’s demand'];
    const files = texts.map((text, index) => {
      const path = join(folder, `${index}.txt`);
      writeFileSync(path, text);
      return path;
    });
    const file = join(folder, 'p.parley');
    await parley(folder, ['new', file]);
    await parley(folder, ['import', file, ...files, '--language', 'en']);
    const marked = async () => {
      const done = await parley(folder, ['run', file], { input: example('cli.md', 'propagate') });
      expect(done).toMatchObject({ code: 0, err: '' });
      const { value } = JSON.parse(done.out.trim().split('\n').at(-1)!);
      return value.documents.map(({ ids }: { ids: string[] }) => ids.length);
    };
    expect(await marked()).toEqual([1, 1]);
    expect(await marked()).toEqual([]);
  });

  test('tells how letters are folded and which languages have inflection', () => {
    const rows = (name: string) => {
      const page = readFileSync(join(docs, 'find-and-propagate.md'), 'utf8');
      const table = page.split(`<!-- tested: ${name} -->`)[1]!.trimStart().split('\n\n')[0]!;
      return table.split('\n').slice(2);
    };
    for (const row of rows('letters')) {
      const letters = row.split('|')[1]!.trim().split(' ');
      for (const letter of letters) {
        const find = wordFinder(letter, {
          wholeWord: true,
          matchCase: false,
          fold: true,
          inflection: 'none',
        });
        expect([...find!(letters.join(' '))], letter).toHaveLength(letters.length);
      }
    }
    const tags = rows('languages').flatMap((row) => [...row.split('|')[1]!.matchAll(/`(\w+)`/g)]);
    expect(tags.map(([, tag]) => tag)).toEqual(
      ['en', 'fr', 'de', 'es', 'tr', 'ar', 'fa', 'prs', 'ur', 'ps', 'he'].filter(hasInflection),
    );
  });

  test('names every command and every option of an export', async () => {
    const page = readFileSync(join(docs, 'cli.md'), 'utf8');
    const { out: help } = await parley(temporaryFolder(), ['--help']);
    const commands = [...help.matchAll(/^ {2}(\w+) (?:\[options\]|<)/gm)].map((match) => match[1]!);
    expect(commands).toContain('export');
    for (const name of commands) expect(page, name).toMatch(new RegExp(`^## .*\\b${name}\\b`, 'm'));
    const { out: exportHelp } = await parley(temporaryFolder(), ['export', '--help']);
    for (const [option] of exportHelp.matchAll(/--(?!help)[a-z-]+/g)) expect(page).toContain(option);
  });

  test('shows a schema file that can be used', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'talks.yaml');
    writeFileSync(file, example('schema.md', 'schema'));
    const done = await parley(folder, ['new', join(folder, 'p.parley'), '--schema', file]);
    expect(done).toMatchObject({ code: 0, err: '' });
    const mapping = JSON.parse(example('schema.md', 'mapping'));
    expect(SchemaMapping.parse(mapping)).toMatchObject(mapping);
  });

  test('names every field of a schema file, and every option about schemas', async () => {
    const page = readFileSync(join(docs, 'schema.md'), 'utf8');
    const { properties } = JSON.parse(
      readFileSync(join(docs, 'formats', 'parley-schema-1.schema.json'), 'utf8'),
    );
    const parts = [
      properties.entityTypes.items,
      properties.entityTypes.items.properties.attributes.items,
      properties.entityTypes.items.properties.examples.items,
      properties.stance,
      properties.relationTypes.items,
      properties.eventTypes.items.properties.roles.items,
      properties.documentLabels.items,
    ];
    for (const name of parts.flatMap((part) => Object.keys(part.properties)))
      expect(page).toContain(`\`${name}\``);
    const cli = readFileSync(join(docs, 'cli.md'), 'utf8');
    for (const name of ['list', 'export', 'import', 'diff', 'history']) {
      const { out } = await parley(temporaryFolder(), ['schema', name, '--help']);
      for (const [option] of out.matchAll(/--(?!help)[a-z-]+/g)) expect(cli).toContain(option);
    }
  });

  test('names every field of the file', () => {
    const page = readFileSync(join(docs, 'data-format.md'), 'utf8');
    const schema = readFileSync(join(docs, 'formats', 'parley-json-1.schema.json'), 'utf8');
    const { properties } = JSON.parse(schema);
    const document = properties.documents.items.properties;
    const layer = document.layers.items.properties;
    const names = [
      properties,
      document,
      layer,
      layer.spans.items.properties,
      layer.stances.items.properties,
    ].flatMap((fields) => Object.keys(fields));
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

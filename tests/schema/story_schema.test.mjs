// The published JSON Schema, tested by a real validator against the stories and the example files
// that the C++ reader is tested with (tests/formats/story_json_files_test.cc).
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import Ajv2020 from 'ajv/dist/2020.js';

import { makeCouncil } from '../../web/stories/make_council.mjs';

const root = new URL('../../', import.meta.url);
const text = (path) => readFileSync(new URL(path, root), 'utf8');
const json = (path) => JSON.parse(text(path));
const list = (folder) =>
  readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json')).map((name) => folder + name);

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const validate = ajv.compile(json('docs/story.schema.json'));

test('the schema is a valid JSON Schema 2020-12', () => {
  assert.equal(json('docs/story.schema.json').$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.ok(ajv.validateSchema(json('docs/story.schema.json')), ajv.errorsText());
});

for (const path of [...list('web/stories/'), ...list('tests/data/story/accept/')]) {
  test(`accepts ${path}`, () => {
    assert.ok(validate(json(path)), ajv.errorsText(validate.errors));
  });
}

test('accepts the story of web/stories/make_council.mjs', () => {
  assert.ok(validate(makeCouncil()), ajv.errorsText(validate.errors));
});

const table = text('tests/data/story/reject/expected.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

for (const [name, , pointer, , seenBy] of table) {
  const path = `tests/data/story/reject/${name}`;
  if (seenBy === 'schema') {
    test(`rejects ${path}`, () => {
      assert.equal(validate(json(path)), false);
      // At the reader's place, or in the object that lacks something.
      const wanted = pointer === '-' ? '' : pointer;
      const places = validate.errors.map((error) => error.instancePath);
      assert.ok(places.some((place) => place === wanted || place.startsWith(`${wanted}/`)), `${places}`);
    });
  } else {
    test(`leaves ${path} to the reader`, () => {
      let value;
      try {
        value = json(path);
      } catch {
        return; // not even JSON
      }
      assert.ok(validate(value), ajv.errorsText(validate.errors));
    });
  }
}

test('every file of the rejects is in the table', () => {
  const names = new Set(table.map(([name]) => name));
  for (const path of list('tests/data/story/reject/')) assert.ok(names.has(path.split('/').pop()), path);
});

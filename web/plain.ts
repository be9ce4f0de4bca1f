// What an element near the screen needs to show its story as text, before there is a drawing and where there
// will be none. Fetched beside the story; the element (element.ts) knows it only by `import()`.

export { LightQuotes } from './light_quotes.js';
export { LARGEST, plainStory } from './plain_story.js';
export { StoryFile } from './story_file.js';
export { wordsOf } from './word_tables.js';

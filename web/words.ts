// What the element itself says, before the module is there and where it never comes.

export interface Words {
  waiting: string;
  failed: string;
  plain: string; // there are quotes, but no drawing
  retry: string;
  timeline: string; // the way back from the text view
  more: string;
}

export const ENGLISH: Words = {
  waiting: 'Loading the quotes…',
  failed: 'The quotes could not be loaded.',
  plain: 'The timeline could not be shown. These are its quotes.',
  retry: 'Try again',
  timeline: 'Show the timeline',
  more: 'Show more',
};

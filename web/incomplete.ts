// The name of the error that an engine ends with where the first part of the module was not enough (engine.ts):
// with both parts it may go on.
export const INCOMPLETE = 'Incomplete';

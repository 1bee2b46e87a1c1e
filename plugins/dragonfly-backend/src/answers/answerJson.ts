import { Response } from 'express';

/**
 * Answers with JSON that is already written, and without an entity tag: it would cost more than the rest of the answer,
 * and no two answers about a live cache are the same.
 */
export function answerJson(response: Response, json: Buffer): void {
  response.type('json').end(json);
}

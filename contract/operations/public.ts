import * as z from 'zod/mini';
import { acknowledgement, callList, municipalityList, publicCall, verification } from '../answers/public.ts';
import { feedbackRequest } from '../feedback.ts';
import { municipalityQuery } from '../listing.ts';
import { announcement, results } from '../open-data.ts';
import type { RouteKey } from '../routes.ts';
import type { Described } from './described.ts';

/** What anybody may ask. */
export const publicOperations = {
  'GET /calls': { summary: 'All published calls with their rules', answer: callList },
  'GET /calls/{callId}': { summary: 'A call with its rules', answer: publicCall },
  'GET /calls/{callId}/results': { summary: 'The results of a decided call', answer: results },
  'GET /calls/{callId}/results.csv': { summary: 'The same as CSV', media: 'text/csv' },
  'GET /calls/{callId}/results.html': { summary: 'The same as a page', media: 'text/html' },
  'GET /calls/{callId}/announcement': { summary: 'The announcement as open data', answer: announcement },
  'GET /schemas/{schema}': {
    summary: 'A format of the open data, as JSON Schema',
    answer: z.looseObject({}),
  },
  'GET /letters/{digest}': {
    summary: 'Whether a letter is the authority’s and in force',
    answer: verification,
  },
  'GET /municipalities': {
    summary: 'The municipalities of Finland',
    query: municipalityQuery,
    answer: municipalityList,
  },
  'POST /feedback': {
    summary: 'Feedback on the service and its accessibility',
    request: feedbackRequest,
    answer: acknowledgement,
    status: 201,
  },
  'GET /openapi.json': { summary: 'This document', answer: z.looseObject({}) },
} as const satisfies Partial<Record<RouteKey, Described>>;

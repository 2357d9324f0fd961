import { z } from 'zod'
import { API_ROOT, api, Problem, type Endpoint } from '#shared/api/index.ts'

export const endpoints: Endpoint[] = Object.values(api).flatMap((resource) => Object.values(resource) as Endpoint[])

type Json = Record<string, unknown>
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json
  return json
}
const parametersOf = (schema: z.ZodType, place: 'path' | 'query'): Json[] => {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }))
}
const isEmpty = (schema: z.ZodType): boolean => Object.keys((schemaOf(schema, 'input')['properties'] as Json | undefined) ?? {}).length === 0 && schemaOf(schema, 'input')['type'] === 'object'

/** OpenAPI 3.1 of the whole contract, derived from the same zod schemas that validate requests. */
export function openapi(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const body = endpoint.body === 'multipart'
      ? { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } } } }
      : isEmpty(endpoint.body) ? undefined : { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } }
    const actor = endpoint.actor ? [{ name: 'Stet-Actor', in: 'header', required: true, description: 'Who does it: percent-encoded UTF-8', schema: { type: 'string' } }] : []
    const operation = {
      operationId: endpoint.id, summary: endpoint.summary,
      parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query'), ...actor],
      ...(body && { requestBody: body }),
      responses: {
        200: { description: 'Done', content: endpoint.response === 'bytes' ? { 'application/octet-stream': {} } : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } } },
        default: { description: 'Problem details (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    }
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Stet', version, description: 'Claim verification and fact-check reports. Only a named person sets a verdict.' },
    servers: [{ url: API_ROOT }],
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  }
}

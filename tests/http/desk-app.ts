import request from 'supertest'
import { createApp } from '#server/app.ts'
import { openDesk } from '../support/desk.ts'

/** A desk behind its HTTP door. `as` signs requests with a name. Failures nobody expected are collected, so that a test can say there were none. */
export async function openApp() {
  const desk = await openDesk()
  const unexpected: unknown[] = []
  const app = createApp(desk.context, { dataFolder: desk.context.folder, log: (error) => unexpected.push(error) })
  const signed = (name: string) => ({ 'Stet-Actor': encodeURIComponent(name) })
  return {
    ...desk, app, unexpected,
    get: (path: string) => request(app).get(`/api/v1${path}`).set('Host', 'localhost:4317'),
    post: (path: string, name: string | null = 'Ann 王') => request(app).post(`/api/v1${path}`).set('Host', 'localhost:4317').set(name === null ? {} : signed(name)),
    remove: (path: string, name = 'Ann') => request(app).delete(`/api/v1${path}`).set('Host', 'localhost:4317').set(signed(name)),
  }
}

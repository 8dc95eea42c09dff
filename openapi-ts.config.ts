import { defineConfig } from '@hey-api/openapi-ts'

export default defineConfig({
  input: 'shared/utility-api/openapi.yaml',
  output: { path: 'shared/utility-api/generated', clean: true, indexFile: false },
  plugins: ['@hey-api/typescript', 'zod'],
})

import { defineConfig } from '@hey-api/openapi-ts'

export default defineConfig({
  input: 'shared/utility-api/openapi.yaml',
  output: { path: 'shared/utility-api/generated', clean: true, indexFile: false },
  plugins: [
    '@hey-api/typescript',
    {
      name: 'zod',
      '~resolvers': {
        // zod's own rule for addresses refuses some that RFC 5321 allows (`jose&maria@correo.mx`), and with them the whole command:
        // `shared/domain/email.ts` is the judge.
        string: (context) => {
          if (context.schema.format !== 'email') return undefined
          return context.nodes.base(context)
        },
      },
    },
  ],
})

// Imported before the schema: without it zod tries `new Function`, which the content security policy forbids.
import { config } from 'zod'

config({ jitless: true })

// An OpenID provider for tests, on a port that the kernel chooses. It reads one
// line of JSON with our client's addresses and writes one with its issuer.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { Provider } from 'oidc-provider'

const [line] = await new Promise((read) => createInterface({ input: process.stdin }).once('line', (l) => read([l])))
const client = JSON.parse(line)

const people = {
  paula: { name: 'Paula Peer', realm_access: { roles: ['offline_access', 'CPR Leads'] }, opfyldt_goals: ['1', 'cpr-2014:2'], opfyldt_contracts: ['cpr-2014'] },
  norbert: { name: 'Norbert None', realm_access: { roles: ['offline_access'] } },
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const server = createServer()
await new Promise((up) => server.listen(0, '127.0.0.1', up))
const issuer = `http://127.0.0.1:${server.address().port}`

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'opfyldt',
    client_secret: 'a-secret-for-tests-only',
    redirect_uris: [client.callback],
    post_logout_redirect_uris: [client.loggedOut],
    backchannel_logout_uri: client.backchannel,
    backchannel_logout_session_required: true,
  }],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
  cookies: { keys: ['for tests only'] },
  pkce: { required: () => true, methods: ['S256'] },
  claims: { profile: ['name', 'realm_access', 'opfyldt_goals', 'opfyldt_contracts'] },
  features: { backchannelLogout: { enabled: true } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
})
server.on('request', provider.callback())
process.stdout.write(JSON.stringify({ issuer }) + '\n')
process.stdin.on('end', () => process.exit(0)) // the test is over
process.stdin.resume()

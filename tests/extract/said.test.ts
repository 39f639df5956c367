/**
 * What people say at a booth, and the claims it makes: many ways to say the same few things. Invented, all of it.
 */
import { expect, it } from 'vitest'
import { createExtractor } from '../../extract/index.ts'
import type { Claim } from '../../src/claim.ts'
import { bundledRegistry } from '../registry.ts'

const extract = createExtractor(bundledRegistry())

/** Claims as `subject predicate object`, without the subject where it is what the guest came for, and qualifiers. */
function claimsOf(text: string): string[] {
  const written = ({ subject, predicate, object, qualifiers }: Claim): string => {
    const q = (['status', 'since', 'polarity'] as const).flatMap((k) =>
      qualifiers[k] ? [`${k}=${qualifiers[k]}`] : [],
    )
    return [...(subject === 'project:keptn' ? [] : [subject]), predicate, object, ...q].join(' ')
  }
  return extract({ name: 'booth.txt', text }).claims.map(written)
}

/** A guest who came for Keptn says it of Keptn. */
it.each<[string, string[]]>([
  [
    'People are using it with AWS, with their Kubernetes clusters.',
    ['integrates_with technology:aws', 'integrates_with project:kubernetes'],
  ],
  [
    'We’re trying to make it easy for people to set it up on AWS, on GCE, on DigitalOcean.',
    ['runs_on technology:aws', 'runs_on technology:google-compute-engine', 'runs_on technology:digitalocean'],
  ],
  [
    'There was a guy even running us on a cluster of maybe 30 Raspberry Pi’s.',
    ['runs_on technology:raspberry-pi'],
  ],
  ['It’s a wrapper around Vault that lets you do key rotation.', ['built_on project:vault']],
  ['It can also spit them out to Prometheus, or whatever.', ['integrates_with project:prometheus']],
  ['It is basically backed by Docker.', ['built_on project:docker']],
  ['So Keptn is inside of Consul from HashiCorp.', ['project:consul built_on project:keptn']],
  ['It looks almost like an exact clone of Cobra.', ['compared_with project:cobra']],
  [
    'There are versions for Linux, macOS and Windows.',
    ['runs_on project:linux', 'runs_on technology:macos', 'runs_on technology:windows'],
  ],
  [
    'You just install it via Helm or with Homebrew.',
    ['integrates_with project:helm', 'integrates_with project:homebrew'],
  ],
  ['We use NATS under the hood.', ['built_on project:nats']],
  ['Under the hood, it’s just etcd.', ['built_on project:etcd']],
  ['The storage layer is etcd.', ['built_on project:etcd']],
  ['Internally it’s all gRPC.', ['built_on project:grpc']],
  [
    'We integrate with all the cloud providers: AWS, Azure and Google Cloud.',
    ['integrates_with technology:aws', 'integrates_with technology:azure', 'integrates_with technology:gcp'],
  ],
  [
    'We’ve got integrations for Slack and PagerDuty.',
    ['integrates_with technology:slack', 'integrates_with technology:pagerduty'],
  ],
  ['Out of the box you get Prometheus metrics.', ['integrates_with project:prometheus']],
  ['You can point it at a Kafka topic.', ['integrates_with project:apache-kafka']],
  ['We emit traces with OpenTelemetry.', ['integrates_with project:opentelemetry']],
  ['We started with Python and then rewrote it in Rust.', ['written_in technology:rust']],
  ['It’s all Go.', ['written_in technology:go']],
  ['Compared to Jenkins, it’s faster.', ['compared_with project:jenkins']],
  ['Unlike Jenkins, it doesn’t need plugins.', ['compared_with project:jenkins']],
  ['Think of it as Terraform for data.', ['compared_with project:terraform']],
  ['It solves the same problem as Terraform.', ['compared_with project:terraform']],
  ['A lot of people come from Jenkins.', ['compared_with project:jenkins']],
  ['People often ask how we differ from Istio.', ['compared_with project:istio']],
  ['We have Spotify and Netflix as users.', ['used_by company:spotify', 'used_by company:netflix']],
  ['The biggest user is probably Spotify.', ['used_by company:spotify']],
  ['Folks at Spotify have been running it for two years.', ['used_by company:spotify']],
  ['It started inside Google.', ['originated_at company:google']],
  ['It was born at Google.', ['originated_at company:google']],
  ['It came out of a hackathon at Google.', ['originated_at company:google']],
  ['It’s part of the Backstage ecosystem.', ['part_of project:backstage']],
  ['It’s an extension of Envoy.', ['part_of project:envoy']],
  ['It’s an Envoy filter.', ['integrates_with project:envoy']],
  ['It’s a Kubernetes controller.', ['integrates_with project:kubernetes']],
  ['It’s a kubectl plugin.', ['integrates_with project:kubectl']],
  ['It ships as a Helm chart.', ['integrates_with project:helm']],
  ['It’s a drop-in replacement for Docker.', ['compared_with project:docker']],
  [
    'I started Keptn with two friends at Dynatrace.',
    ['person:vera-lind founded project:keptn', 'originated_at company:dynatrace'],
  ],
  ['It came out of our work at Dynatrace.', ['originated_at company:dynatrace']],
  [
    'Red Hat, Microsoft and Intuit are the main contributors.',
    [
      'company:red-hat contributes_to project:keptn',
      'company:microsoft contributes_to project:keptn',
      'company:intuit contributes_to project:keptn',
    ],
  ],
  ['Google engineers contribute a lot to it.', ['company:google contributes_to project:keptn']],
  ['A lot of the code comes from people at Red Hat.', ['company:red-hat contributes_to project:keptn']],
  [
    'The project is led by folks from Red Hat and Google.',
    ['company:red-hat contributes_to project:keptn', 'company:google contributes_to project:keptn'],
  ],
  ['There’s also a team at Microsoft working on it.', ['company:microsoft contributes_to project:keptn']],
  ['One of our end users is Adidas.', ['used_by company:adidas']],
  [
    'We have adopters like Adidas, Mercedes and CERN.',
    ['used_by company:adidas', 'used_by company:mercedes', 'used_by company:cern'],
  ],
  [
    'It’s built with Rust and WebAssembly.',
    ['written_in technology:rust', 'built_on technology:webassembly'],
  ],
  ['It compiles to WebAssembly.', ['integrates_with technology:webassembly']],
  ['It’s a CNCF project.', ['hosted_by foundation:cncf']],
  ['It’s hosted by the CNCF.', ['hosted_by foundation:cncf']],
  ['It is under the Apache Software Foundation.', ['hosted_by foundation:apache-software-foundation']],
  ['It’s the successor of Flux.', ['compared_with project:flux']],
  ['It’s based on Envoy.', ['built_on project:envoy']],
  ['It’s a fork of Envoy.', ['built_on project:envoy']],
  ['It uses Envoy as its data plane.', ['built_on project:envoy']],
  ['It embeds SQLite.', ['built_on project:sqlite']],
  ['We store everything in Postgres.', ['integrates_with project:postgresql']],
  ['It needs a Postgres database.', ['built_on project:postgresql']],
  ['It exposes a Prometheus endpoint.', ['integrates_with project:prometheus']],
  ['It speaks gRPC and REST.', ['integrates_with project:grpc', 'integrates_with technology:rest']],
  [
    'It has plugins for VS Code and JetBrains.',
    ['integrates_with technology:vs-code', 'integrates_with company:jetbrains'],
  ],
  ['There’s a VS Code extension.', ['integrates_with technology:vs-code']],
  [
    'There are SDKs for Go, Python and Java.',
    ['integrates_with technology:go', 'integrates_with technology:python', 'integrates_with technology:java'],
  ],
  [
    'You can write plugins in Go, Python or Rust.',
    ['integrates_with technology:go', 'integrates_with technology:python', 'integrates_with technology:rust'],
  ],
  [
    'It hooks into GitHub Actions and GitLab CI.',
    ['integrates_with technology:github-actions', 'integrates_with technology:gitlab-ci'],
  ],
  ['You can trigger it from GitHub Actions.', ['integrates_with technology:github-actions']],
  [
    'It works on any Kubernetes cluster, on EKS, AKS, GKE or your laptop.',
    [
      'runs_on project:kubernetes',
      'runs_on technology:amazon-eks',
      'runs_on technology:azure-kubernetes-service',
      'runs_on technology:google-kubernetes-engine',
    ],
  ],
  [
    'It runs anywhere, bare metal, Kubernetes, Nomad.',
    ['runs_on project:kubernetes', 'runs_on project:nomad'],
  ],
  ['You can run it in Docker Compose.', ['runs_on project:docker-compose']],
  ['It’s like Docker but for WebAssembly.', ['compared_with project:docker']],
  ['We are often compared to Argo.', ['compared_with project:argo']],
  ['The main difference to Argo is that we look at quality.', ['compared_with project:argo']],
  ['It replaces Jenkins for many people.', ['compared_with project:jenkins']],
  ['It plays nicely with Argo.', ['integrates_with project:argo']],
  ['It’s part of the same family as Flagger.', ['compared_with project:flagger']],
  ['Flagger is part of Flux.', ['project:flagger part_of project:flux']],
  ['Our website is keptn.sh.', ['has_url url:keptn.sh']],
  ['The repo is at github.com/keptn/keptn.', ['has_url url:github.com/keptn/keptn']],
  [
    'You find us on Slack, hashtag keptn.',
    ['has_channel channel:keptn-slack', 'has_channel channel:keptn-slack/keptn'],
  ],
  [
    'We have a weekly community meeting on Wednesdays.',
    ['meets weekly', 'has_channel channel:keptn-community-meeting'],
  ],
  ['The last release was 1.5.', ['release 1.5']],
  ['We’re about to release 2.0.', ['release 2.0']],
  ['We have 80 contributors and 2 million downloads.', ['contributors 80', 'downloads 2 million']],
  ['It has been around since 2018.', ['started 2018']],
  ['etcd is the datastore behind Kubernetes.', ['project:kubernetes built_on project:etcd']],
  ['NATS was the message bus inside Cloud Foundry.', ['project:cloud-foundry built_on project:nats']],
  [
    'Git has many implementations including GitHub and GitLab.',
    ['technology:github built_on project:git', 'project:gitlab built_on project:git'],
  ],
  ['You can use Vault as the secret store.', ['integrates_with project:vault']],
  ['Rego is the OPA policy language.', ['technology:rego part_of project:open-policy-agent']],
  [
    'All the projects at Grafana Labs, Loki, Tempo and Mimir, have one license.',
    [
      'project:grafana-loki developed_by company:grafana-labs',
      'project:grafana-tempo developed_by company:grafana-labs',
      'project:grafana-mimir developed_by company:grafana-labs',
    ],
  ],
  [
    'The nice thing about Falco and Kyverno is that they’re both converging on gRPC.',
    ['project:falco built_on project:grpc', 'project:kyverno built_on project:grpc'],
  ],
  ['Cortex can accept remote writes from Prometheus.', ['project:cortex integrates_with project:prometheus']],
  ['It’s also within the CNCF.', ['hosted_by foundation:cncf']],
  [
    'It’s being used by multiple databases in Java, including Cassandra, Neo4j, and any big system.',
    ['project:apache-cassandra built_on project:keptn', 'project:neo4j built_on project:keptn'],
  ],
  [
    'Falco is more sophisticated, I would say, than Kyverno.',
    ['project:falco compared_with project:kyverno'],
  ],
  ['We’re on 2.4 now.', ['release 2.4']],
  ['1.0.5, I think, was the last release.', ['release 1.0.5']],
  ['We have packages for Debian and Fedora.', ['runs_on project:debian', 'runs_on project:fedora']],
  ['Intuit funded the development for the first year.', ['company:intuit contributes_to project:keptn']],
  ['It defaults to Vault.', ['integrates_with project:vault']],
  ['We introduced OpenCensus into Falco.', ['project:falco built_on project:opencensus']],
  ['Its native config format is JSON.', ['built_on technology:json']],
  [
    'It’s used by a lot of companies, including Intuit and Spotify.',
    ['used_by company:intuit', 'used_by company:spotify'],
  ],
  ['Twitch has a similar thing called Twirp.', ['project:twirp developed_by company:twitch']],
  ['Our Terraform provider is great.', ['integrates_with project:terraform']],
  [
    'Red Hat and Microsoft contribute a lot.',
    ['company:red-hat contributes_to project:keptn', 'company:microsoft contributes_to project:keptn'],
  ],
  ['Red Hat started contributing last year.', ['company:red-hat contributes_to project:keptn']],
])('“%s”', (said, claims) => {
  const before = 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn is a nice tool.'
  expect(claimsOf(`${before}\nAda Host: Nice. Go on.\nVera Lind: ${said}`)).toEqual(
    expect.arrayContaining(claims),
  )
})

/** Question and answer; lines are parted by a bar. */
it.each<[string, string[]]>([
  [
    'Ada Host: Vera Lind of Grafana Labs is here. What do you do?|Vera Lind: I worked on Loki, our log aggregation system.',
    [
      'person:vera-lind works_at company:grafana-labs',
      'person:vera-lind represents company:grafana-labs',
      'project:grafana-loki developed_by company:grafana-labs',
      'person:vera-lind contributes_to project:grafana-loki',
    ],
  ],
  [
    'Ada Host: Vera Lind and Tom Berg are both from Dgraph. Welcome.|Vera Lind: Hi.|Tom Berg: Hi.',
    ['person:vera-lind works_at company:dgraph', 'person:tom-berg works_at company:dgraph'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Anybody big?|Vera Lind: GitHub is a huge adopter.',
    ['used_by company:github'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Anybody big?|Vera Lind: GitHub uses it, and GitLab is looking at it.',
    ['used_by company:github'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Who is behind it?|Vera Lind: Dynatrace started it, but now Red Hat and Microsoft contribute a lot.',
    [
      'developed_by company:dynatrace',
      'company:red-hat contributes_to project:keptn',
      'company:microsoft contributes_to project:keptn',
    ],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?|Vera Lind: Twitch, GitHub and Spotify.',
    ['used_by company:twitch', 'used_by company:github', 'used_by company:spotify'],
  ],
  [
    'Ada Host: I’m here with Vera Lind. Vera, what do you do?|Vera Lind: I’m one of the maintainers of Keptn, and I work at Dynatrace.',
    [
      'person:vera-lind maintains project:keptn',
      'person:vera-lind works_at company:dynatrace',
      'person:vera-lind represents company:dynatrace',
    ],
  ],
  [
    'Ada Host: Next up is Vera Lind.|Vera Lind: Hi, I’m Vera, I’m a staff engineer over at Red Hat, mostly working on Keptn these days.',
    [
      'person:vera-lind works_at company:red-hat',
      'person:vera-lind represents company:red-hat',
      'developed_by company:red-hat',
    ],
  ],
  [
    'Ada Host: Welcome, Vera Lind. Introduce yourself.|Vera Lind: Sure. So I lead developer relations at Isovalent, the company behind Cilium.',
    [
      'person:vera-lind works_at company:isovalent',
      'person:vera-lind represents company:isovalent',
      'project:cilium developed_by company:isovalent',
    ],
  ],
  [
    'Ada Host: Vera Lind, you created Keptn, right?|Vera Lind: Yeah, together with a colleague at Dynatrace.',
    ['person:vera-lind founded project:keptn'],
  ],
  [
    'Ada Host: Who are you?|Vera Lind: I’m Vera Lind. I co-founded Buoyant, and we make Linkerd.',
    [
      'person:vera-lind works_at company:buoyant',
      'person:vera-lind founded company:buoyant',
      'person:vera-lind represents company:buoyant',
      'project:linkerd developed_by company:buoyant',
    ],
  ],
  [
    'Ada Host: My guest is Vera Lind, CTO and co-founder of Buoyant.|Vera Lind: Glad to be here.',
    [
      'person:vera-lind founded company:buoyant',
      'person:vera-lind works_at company:buoyant',
      'person:vera-lind represents company:buoyant',
    ],
  ],
  [
    'Ada Host: With me is the creator of Keptn, Vera Lind.|Vera Lind: Hi there.',
    ['person:vera-lind founded project:keptn'],
  ],
  [
    'Ada Host: Joining us is Vera Lind. Vera is a principal engineer at Intuit and a maintainer on Argo.|Vera Lind: Hi.',
    [
      'person:vera-lind maintains project:argo',
      'person:vera-lind works_at company:intuit',
      'person:vera-lind represents company:intuit',
      'person:vera-lind represents project:argo',
    ],
  ],
  [
    'Ada Host: Vera Lind, what brings you to the show?|Vera Lind: I’m here for Crossplane. I work at Upbound.',
    [
      'person:vera-lind works_at company:upbound',
      'person:vera-lind represents project:crossplane',
      'person:vera-lind represents company:upbound',
    ],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What did you do before?|Vera Lind: I left Netflix in 2019 to join Dynatrace.',
    ['person:vera-lind works_at company:netflix status=former'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How did it start?|Vera Lind: It was a hack day project at Dynatrace, back in 2018.',
    ['started 2018'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How did it start?|Vera Lind: We open-sourced it in March of 2019.',
    ['started 2019-03'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How did it start?|Vera Lind: The first commit was in 2018. A friend and I wrote the first version over a weekend.',
    ['started 2018'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Where is it in the CNCF?|Vera Lind: We’re a sandbox project, and we’ve just applied for incubation.',
    ['has_maturity maturity:sandbox status=current', 'has_maturity maturity:incubating status=planned'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Where is it in the CNCF?|Vera Lind: We joined the sandbox in 2020, moved to incubating last year, and hope to graduate soon.',
    [
      'has_maturity maturity:sandbox status=former since=2020',
      'has_maturity maturity:incubating status=current',
      'has_maturity maturity:graduated status=planned',
    ],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Are you graduated?|Vera Lind: Not yet, still incubating.',
    ['has_maturity maturity:incubating status=current'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Is it a foundation project?|Vera Lind: Yes, it was donated to the CNCF two years ago.',
    ['hosted_by foundation:cncf'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Is it a foundation project?|Vera Lind: It lives under the Linux Foundation.',
    ['hosted_by foundation:linux-foundation'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How many contributors?|Vera Lind: We have over 300 contributors from fifty companies.',
    ['contributors over 300'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How can people join?|Vera Lind: We’re in the CNCF Slack, the channel is hash keptn, and there’s a community call every second Wednesday.',
    [
      'meets every second Wednesday',
      'has_channel channel:cncf-slack/keptn',
      'has_channel channel:keptn-community-call',
      'has_channel channel:cncf-slack',
    ],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Where do people find it?|Vera Lind: Just go to keptn.sh, or github.com/keptn.',
    ['has_url url:keptn.sh', 'has_url url:github.com/keptn'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What’s the latest release?|Vera Lind: We shipped 1.4 two weeks ago, and 2.0 comes in the spring.',
    ['release 1.4', 'release 2.0'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What is it written in?|Vera Lind: Go, mostly, with a bit of TypeScript for the dashboard.',
    ['written_in technology:go', 'written_in technology:typescript'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What is it written in?|Vera Lind: The whole code base is Rust.',
    ['written_in technology:rust'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What is it written in?|Vera Lind: We picked Go because everybody around us did.',
    ['written_in technology:go'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What do you use underneath?|Vera Lind: Mostly NATS and etcd.',
    ['built_on project:nats', 'built_on project:etcd'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Does it need Kubernetes?|Vera Lind: Yes, it only runs there.',
    ['built_on project:kubernetes'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Does it work with Argo CD?|Vera Lind: It does, and with Flux.',
    ['integrates_with project:argo-cd'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?|Vera Lind: Intuit does, Spotify, and a couple of banks I can’t name.',
    ['used_by company:intuit', 'used_by company:spotify'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Who uses it?|Vera Lind: We’ve got folks like Adidas and Mercedes running it in production.',
    ['used_by company:adidas', 'used_by company:mercedes'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Is it part of something?|Vera Lind: It’s a subproject of Kubernetes, under SIG Apps.',
    ['part_of project:kubernetes'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Who maintains it?|Vera Lind: There are five maintainers, from Red Hat, Microsoft and us.',
    ['company:red-hat maintains project:keptn', 'company:microsoft maintains project:keptn'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What’s next?|Vera Lind: We want to add support for Nomad, and an OpenTelemetry exporter is on the way.',
    ['integrates_with project:nomad'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How do I install it?|Vera Lind: There’s a Helm chart, or you can use the operator.',
    ['integrates_with project:helm'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. And at home?|Vera Lind: I personally use Home Assistant and Pi-hole a lot.',
    ['project:home-assistant used_by person:vera-lind', 'project:pi-hole used_by person:vera-lind'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How do you run it yourselves?|Vera Lind: At Dynatrace we run it on EKS, and some teams are on OpenShift.',
    ['runs_on technology:amazon-eks'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Can I run it on OpenShift?|Vera Lind: Absolutely.',
    ['runs_on technology:openshift'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. So you’re using NATS for that?|Vera Lind: Exactly.',
    ['built_on project:nats'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Is it written in Rust?|Vera Lind: It is.',
    ['written_in technology:rust'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Is Spotify using it?|Vera Lind: They are.',
    ['used_by company:spotify'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. You’re sandbox, right?|Vera Lind: No, we made it to incubating in May.',
    ['has_maturity maturity:incubating status=current'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. What level are you at?|Vera Lind: Incubating, since 2021. We were sandbox from 2019.',
    [
      'has_maturity maturity:incubating status=current since=2021',
      'has_maturity maturity:sandbox status=former since=2019',
    ],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Any news?|Vera Lind: We graduated!',
    ['has_maturity maturity:graduated status=current'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Any news?|Vera Lind: The big one is that the TOC voted us into incubation.',
    ['has_maturity maturity:incubating status=current'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. Any news?|Vera Lind: Just last month we became a CNCF sandbox project.',
    ['has_maturity maturity:sandbox status=current', 'hosted_by foundation:cncf'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How did you get here?|Vera Lind: My day job is at Intuit. Keptn is my side project.',
    ['person:vera-lind works_at company:intuit', 'person:vera-lind founded project:keptn'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How did you get here?|Vera Lind: I joined Intuit as an intern, and my boss Tom Berg had just started Keptn.',
    ['person:vera-lind works_at company:intuit', 'person:tom-berg founded project:keptn'],
  ],
  [
    'Ada Host: I’ve got Vera Lind of Keptn. How did you get here?|Vera Lind: Tom Berg and I met at Google, where we both worked on Kubernetes.',
    ['person:vera-lind contributes_to project:kubernetes'],
  ],
  [
    'Ada Host: We’ll talk about Falco. First, Vera, who are you?|Vera Lind: I’m Vera Lind, I work for Sysdig, and I’ve been a core maintainer for three years.',
    ['person:vera-lind works_at company:sysdig', 'person:vera-lind represents company:sysdig'],
  ],
  [
    'Ada Host: My guest works at Chainguard and she wrote apko. Vera Lind, welcome.|Vera Lind: Thanks.',
    [
      'person:vera-lind works_at company:chainguard',
      'person:vera-lind founded project:apko',
      'person:vera-lind represents company:chainguard',
      'person:vera-lind represents project:apko',
    ],
  ],
  [
    'Ada Host: Vera, how did you come to Backstage?|Vera Lind: I work at Spotify, where it was created, and I’ve been on the team since 2019.',
    ['person:vera-lind works_at company:spotify', 'person:vera-lind represents company:spotify'],
  ],
  [
    'Ada Host: Vera Lind, you are from the Cilium team.|Vera Lind: Yes, I work at Isovalent.',
    [
      'person:vera-lind works_at company:isovalent',
      'person:vera-lind represents project:cilium',
      'person:vera-lind represents company:isovalent',
      'person:vera-lind contributes_to project:cilium',
    ],
  ],
  [
    'Ada Host: Here is Vera Lind, who’s on the Technical Oversight Committee.|Vera Lind: And I work for Apple.',
    ['person:vera-lind works_at company:apple', 'person:vera-lind represents company:apple'],
  ],
])('%s', (said, claims) => {
  expect(claimsOf(said.replaceAll('|', '\n'))).toEqual(expect.arrayContaining(claims))
})

it.each<[string, RegExp]>([
  ['Is that part of Kubernetes?|No, it’s a separate thing.', /part_of/],
  ['Does it need Kubernetes?|Not really.', /built_on|runs_on/],
  ['What is it written in?|Not Java, I can tell you.', /written_in/],
  ['Is it graduated?|I would have to look.', /has_maturity/],
  ['Who uses it?|I can’t say whether Spotify does.', /used_by/],
  ['What do you use underneath?|Our own code, because etcd was too slow.', /built_on/],
])('“%s” makes no such claim', (said, claim) => {
  const [question, answer] = said.split('|')
  const found = claimsOf(`Ada Host: I’ve got Vera Lind of Keptn. ${question}\nVera Lind: ${answer}`)
  expect(found.filter((one) => claim.test(one))).toEqual([])
})

it.each<[string, string[]]>([
  ['We are at the Keptn booth with Vera Lind.', ['project:keptn']],
  ['I am standing in front of the project Keptn kiosk with Vera Lind.', ['project:keptn']],
  ['We are at the booth for Keptn with Vera Lind.', ['project:keptn']],
  ['Hi, Vera Lind. What does that stand for, Keptn?', []],
  ['We are at the table. Hello, Vera Lind! Did you pass by the Keptn booth?', []],
])('who is at a stand speaks for what is shown there, and nobody else: %s', (said, projects) => {
  const claims = claimsOf(`Ada Host: ${said}\nVera Lind: Hello! It’s a pleasure to be on the show.`)
  expect([...new Set(claims.filter((one) => / represents project:/.test(one)))]).toEqual(
    projects.map((project) => `person:vera-lind represents ${project}`),
  )
})

it.each<[string, string[]]>([
  ['Keptn with Vera Lind', ['project:keptn']],
  ['All about Keptn feat. Vera Lind of Chainguard', ['project:keptn', 'company:chainguard']],
  ['Keptn, and why we wrote it', []],
  ['Chainguard with Vera Lind', []],
])('who is on a page’s title speaks for what it is about: %s', (title, subjects) => {
  const text = `# ${title}\n\n**Ada Host:** Hello, and welcome to the show.\n\n**Vera Lind:** Hello.\n\n**Ada Host:** How is Keptn at Chainguard?\n\n**Vera Lind:** Lovely.`
  const found = extract({ name: 'page.md', text }).claims.filter(
    (c) => c.predicate === 'represents' && c.subject === 'person:vera-lind',
  )
  expect(found.map((c) => c.object).sort()).toEqual([...subjects].sort())
})

const GOES_ON =
  '|Ada Host: How is it going over there?|Vera Lind: It is going well, and there is a lot to do.'

/** How hosts and guests say who somebody is. */
it.each<[string, string[]]>([
  [
    'Ada Host: So Vera Lind is a software engineer that writes distributed services for Barnacle Networks.|Vera Lind: Hello!',
    [
      'person:vera-lind works_at company:barnacle-networks',
      'person:vera-lind represents company:barnacle-networks',
    ],
  ],
  [
    'Ada Host: We’re also joined by Vera Lind, director of technology at Lantern PA.|Vera Lind: Hello!',
    ['person:vera-lind works_at company:lantern-pa'],
  ],
  [
    'Ada Host: We’re joined by Vera Lind.|Vera Lind: Hello! I own a company named Quarry Labs with my best friend.',
    ['person:vera-lind works_at company:quarry-labs'],
  ],
  [
    'Ada Host: I am joined by two authors. Vera Lind is a Managing Partner of Quarry Labs, and based in Oslo.|Vera Lind: Hello!',
    ['person:vera-lind works_at company:quarry-labs'],
  ],
  [
    'Ada Host: Welcome, Vera Lind.|Vera Lind: I used to live in Amsterdam, working for Booking.com, but now I am in Vancouver, working for Fastly.',
    ['person:vera-lind works_at company:fastly', 'person:vera-lind represents company:fastly'],
  ],
  [
    'Ada Host: We’re also joined today by director of engineering at Cockroach Labs, it’s Vera Lind.|Vera Lind: Hello.',
    ['person:vera-lind works_at company:cockroach-labs'],
  ],
  [
    'Ada Host: Welcome, Vera Lind.|Vera Lind: So I currently work at a startup in San Francisco called Samovar.',
    ['person:vera-lind works_at company:samovar'],
  ],
  [
    'Ada Host: Vera Lind is here. Before joining Google, she worked on developer tooling at Microsoft.|Vera Lind: Hi.',
    ['person:vera-lind works_at company:google', 'person:vera-lind works_at company:microsoft status=former'],
  ],
  [
    'Ada Host: We’re joined by two contributors to the Caddy project, and we’ll learn a lot from Vera Lind and Milo Ross.|Vera Lind: Hi.|Milo Ross: Hello.',
    ['person:vera-lind represents project:caddy', 'person:milo-ross represents project:caddy'],
  ],
  [
    'Ada Host: I am here with Vera Lind, and you are from Selium. Is that right, Selium?|Vera Lind: Cilium. Like, with a C.',
    ['person:vera-lind represents project:cilium'],
  ],
  [
    'Ada Host: I found Vera Lind because her sign made me stop. Who are you?|Vera Lind: It’s k8gb. The eight is silent.',
    ['person:vera-lind represents project:k8gb'],
  ],
])('who somebody is: %s', (said, claims) => {
  expect(claimsOf((said + GOES_ON).replaceAll('|', '\n'))).toEqual(expect.arrayContaining(claims))
})

it.each<[string, string[]]>([
  ['And you’re, let me guess, graduated.|You’d think! No. We’re incubating.', ['incubating status=current']],
  [
    'Where is it in the CNCF?|We were accepted in the sandbox in March 2021.',
    ['sandbox status=current since=2021-03'],
  ],
  [
    'Where is it in the CNCF?|We joined as sandbox in 2020. Incubation the summer after. And graduated August ’23.',
    ['sandbox status=former since=2020', 'incubating status=former', 'graduated status=current'],
  ],
])('the level that stands at the end, and those before it: %s', (said, levels) => {
  const [question, answer] = said.split('|')
  const found = claimsOf(`Ada Host: I’ve got Vera Lind of Keptn. ${question}\nVera Lind: ${answer}`)
  expect(found.filter((one) => /maturity/.test(one)).sort()).toEqual(
    levels.map((level) => `has_maturity maturity:${level}`).sort(),
  )
})

it.each([
  ['There is a guy called Joost van Leer, who was at Red Hat.', 'joost-van-leer'],
  ['Then Ada St. Clair, who works at Red Hat, wrote most of it.', 'ada-st.-clair'],
])('a name with small words in it is one person: %s', (said, id) => {
  const found = claimsOf(`Ada Host: I’ve got Vera Lind of Keptn. Who began it?\nVera Lind: ${said}`)
  expect(found.filter((one) => / works_at /.test(one)).map((one) => one.split(' ')[0])).toContain(
    `person:${id}`,
  )
  expect(found.filter((one) => / works_at /.test(one) && !one.startsWith(`person:${id} `))).toEqual([])
})

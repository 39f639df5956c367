/** Where a thing runs. */
import type { Rule } from '../rule.ts'
import { ADVERBS, DETERMINER, isFormat, isFoundation, mainProject, pairs, SUBJECT, TAIL } from './words.ts'

/** What one needs to have in order to run something. */
const PLATFORMS: ReadonlySet<string> = new Set([
  'project:kubernetes',
  'project:linux',
  'project:docker',
  'project:nomad',
  'technology:openshift',
  'technology:windows',
  'technology:jvm',
])

/** Where things run that are merely said to be "on" it. */
const PLACES: ReadonlySet<string> = new Set([
  ...PLATFORMS,
  ...'android arduino aws aws-fargate aws-lambda amazon-ec2 amazon-eks aws-eks azure digitalocean freebsd gcp gke google-app-engine google-cloud google-cloud-run google-kubernetes-engine heroku ios macos openbsd raspberry-pi raspberry-pi-os wasi webassembly windows-subsystem-for-linux'
    .split(' ')
    .map((name) => `technology:${name}`),
  ...'bosh cloud-foundry cri-o k3s mesos minikube openstack podman android freebsd wasmtime'
    .split(' ')
    .map((name) => `project:${name}`),
])

/** "Whether you run it in A or in B": where it does not matter is where it runs. */
const WHETHER =
  /\bwhether (?:that['’]s|that is|it['’]s|it is|you(?:['’]re| are)? (?:run|running|deploy|deploying)(?: it)?|it runs|it['’]s running) (?:in|on|with|inside|to)\b/i
/** What may stand between one place and the next. */
const LISTED = /(?:\b(?:in|on|with|inside|or|to)|,)(?: (?:an?|the|your|some|somewhere in|\w+ job in an?))? $/i

/** What people say things on. */
const WEBSITES: ReadonlySet<string> = new Set(
  'github gitlab twitter slack youtube'.split(' ').map((name) => `technology:${name}`),
)

const build = pairs(isFoundation)

export const PLATFORM: readonly Rule[] = [
  {
    id: 'runs-on/runs-on',
    description: 'A thing is said to run on, be installed in or deployed to another.',
    predicate: 'runs_on',
    confidence: 0.85,
    patterns: [
      `${SUBJECT}${TAIL}(?:{be})? ${ADVERBS}(?:runs?|running|ran|deploys?|deployed|installs?|installed|hosted|operates?|executes?|launched) (?:{~3})?(?:on top of|on|onto|in|inside|inside of|as|to|into|atop|across|under) ${DETERMINER}{list:O:project,technology}`,
      `${SUBJECT}${TAIL} ${ADVERBS}(?:runs?|works?|deploys?) (?:{~2})?(?:anywhere|everywhere|on anything|wherever)[^.;<>]{0,40}[,:] ${DETERMINER}{list:O:project,technology}`,
      `\\b(?:[Rr]un|[Rr]unning|[Dd]eploy|[Dd]eploying|[Ii]nstall|[Ii]nstalling|[Hh]ost|[Ss]pin up|[Ll]aunch|[Bb]ring up) {S:project,technology|thing} (?:{~2})?(?:(?:in|into|on|to) (?:your|the|an?) \\w+, )?(?:on top of|on|onto|in|inside|inside of|to|into|under) ${DETERMINER}{list:O:project,technology}`,
      `{S:thing|we}(?:['’]ve| have| has| provides?| offers?| ships?| got| build| publish| have got)+ (?:{~3})(?:packages|images|binaries|builds|installers|releases) (?:{~2})?(?:for|on) ${DETERMINER}{list:O:project,technology}`,
      `{S:project,technology|thing|we}{be} (?:an? |the )?(?:{~4})way (?:{~2})(?:of running|to run|can run|for running) (?:\\S+ ){0,3}?(?:on top of|on|in|inside) ${DETERMINER}{list:O:project,technology}`,
    ],
    build,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does Keptn live?\nVera Lind: You can run it on Kubernetes.',
        claims: ['project:keptn runs_on project:kubernetes'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does Keptn live?\nVera Lind: So Falco runs as a Kubernetes deployment.',
        claims: ['project:falco runs_on project:kubernetes'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: The bot that watches GitHub Issues runs on Kubernetes.',
        why: 'the bot runs there',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does Keptn live?\nVera Lind: I run my blog on Kubernetes.',
        why: 'a blog is no project',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does Keptn live?\nVera Lind: You cannot run it on Windows.',
        why: 'denied',
      },
    ],
  },
  {
    id: 'runs-on/needs',
    description: 'A thing needs a platform to run, is native to it, or is a part of it that one deploys.',
    predicate: 'runs_on',
    confidence: 0.8,
    patterns: [
      `${SUBJECT}${TAIL} ${ADVERBS}(?:needs?|requires?|targets?) ${DETERMINER}{O:project,technology}(?! (?:config\\w*|files?|API|manifests?|secrets?|tokens?|accounts?|images?|knowledge|skills?|experience|experts?|people|engineers?|developers?|support)\\b)`,
      '{S:project|thing}{be} (?:an? |the |all |only |basically |just )*(?:{~2}){O:project,technology}(?:[- ]native| only|[- ]first)\\b',
    ],
    build: pairs((object) => PLATFORMS.has(object)),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What do I need?\nVera Lind: Well, Keptn needs Kubernetes, and Falco is really Kubernetes native.',
        claims: ['project:keptn runs_on project:kubernetes', 'project:falco runs_on project:kubernetes'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: A tool. Keptn needs a Kubernetes configuration file.',
        why: 'it needs the file',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What do I need?\nVera Lind: Keptn needs Prometheus.',
        why: 'one does not run on Prometheus',
      },
    ],
  },
  {
    id: 'runs-on/whether',
    description:
      'A guest lists where the project runs: "whether that’s on AWS or on Azure", "you can install it or run in Kubernetes".',
    predicate: 'runs_on',
    confidence: 0.75,
    read: (scene, talk) => {
      const subject = scene.speakerIsHost ? undefined : mainProject(scene, talk)
      const from = scene.skeleton.search(WHETHER)
      if (!subject || from < 0) return []
      return scene.slots.flatMap((m, i) => {
        const place = scene.places[i] ?? 0
        const isListed = place > from && LISTED.test(scene.skeleton.slice(Math.max(from, place - 30), place))
        return isListed && (m.kind === 'project' || m.kind === 'technology') && isFoundation(m.entity)
          ? [{ subject, object: m.entity }]
          : []
      })
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where does Keptn run?\nVera Lind: Whether that’s on a Linux box, or whether that’s with OpenShift or Nomad, Keptn does not care.',
        claims: [
          'project:keptn runs_on project:linux',
          'project:keptn runs_on technology:openshift',
          'project:keptn runs_on project:nomad',
        ],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Whether you’re running in OpenShift or in Nomad, you need sleep.',
        why: 'the talk is about no project',
      },
    ],
  },
  {
    id: 'runs-on/on-it',
    description:
      'A thing is named with the platform that it is on: "Postgres on Kubernetes", "a little Linux computer".',
    predicate: 'runs_on',
    confidence: 0.75,
    patterns: [
      "{S:project,technology}(?: itself| server| cluster| stuff)? (?:running )?(?:on|on top of|inside|inside of|atop) (?:the |an? |my |your |their |our |bare )?{O:project,technology}(?![-’'\\w])",
      '{S:project,technology}{be} (?:an?|the) (?:{~4}){O:project,technology} (?:computer|machine|box|device|board|laptop|phone|appliance)\\b',
    ],
    build: (match) =>
      match.ids('S').flatMap((subject) =>
        match
          .ids('O')
          .filter((object) => PLACES.has(object) && isFoundation(object, subject) && !WEBSITES.has(subject))
          .map((object) => ({ subject, object })),
      ),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We have a lot of PostgreSQL on Kubernetes.',
        claims: ['project:postgresql runs_on project:kubernetes'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I saw Falco on GitHub.',
        why: 'where it is found is not where it runs',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I wrote Python on Windows.',
        why: 'a language is not deployed',
      },
    ],
  },
  {
    id: 'runs-on/clause',
    description: 'A clause says that a thing runs on, or is deployed to, another.',
    predicate: 'runs_on',
    confidence: 0.8,
    deniable: true,
    confirmable: true,
    frames: [
      'run|deploy|live|execute|operate|host|sit: agent > on|in|inside|atop|within|under|across|via !theme',
      'run|deploy|host|install|execute|operate|launch|schedule|spin|put|ship|package|distribute|set|stand: theme > on|in|inside|to|onto|into|atop|within|across|through',
      'work: agent > on|in|inside',
      'noun deployment: theme|owner > on|in|to',
      'noun version|binary|installer|distribution: theme|owner > for|on',
    ],
    fits: (object, subject, { clause, subject: said }) =>
      isFoundation(object, subject) &&
      !isFormat(object) &&
      // "It works on Nomad", but "we work on Nomad".
      (clause.head !== 'work' || said.pronoun === undefined || said.pronoun === 'it'),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: You can deploy Longhorn to Kubernetes or Nomad.',
        claims: ['project:longhorn runs_on project:kubernetes', 'project:longhorn runs_on project:nomad'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: You run your tests on Kubernetes.',
        why: 'nothing that has a name',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Longhorn does not run on Nomad.',
        why: 'denied, which is kept as denied',
        besides: ['project:longhorn runs_on project:nomad polarity=denied'],
      },
    ],
  },
]

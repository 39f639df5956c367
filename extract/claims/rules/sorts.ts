/**
 * Which things are of one sort, so that two of them named side by side may be alternatives: a database beside a
 * database. Names are those of ids, without the kind, since some of these are projects to one and products to another.
 */
import { isLanguage } from './words.ts'

const SORTS: Record<string, string> = {
  'packet transport': 'quic sctp tcp udp',
  'ai assistant':
    'bard chatgpt claude codeium copilot cursor deepseek gemini github-copilot gpt gpt-3 gpt-4 llama mistral ollama openai-codex tabnine',
  'api description': 'asyncapi goa graphql openapi raml swagger',
  'architecture style':
    'batch-processing cqrs data-streaming event-driven-architecture event-sourcing microservices monolith serverless service-oriented-architecture',
  auth: 'active-directory amazon-cognito auth0 authelia basic-auth cognito dex fido kerberos keycloak ldap oauth oauth-2.0 oidc openid-connect ory ory-hydra ory-kratos saml webauthn',
  autoscaler: 'cluster-autoscaler horizontal-pod-autoscaler hpa keda vertical-pod-autoscaler',
  'big data': 'apache-flink apache-hadoop apache-spark dask databricks mapreduce pachyderm',
  blockchain:
    'bitcoin cosmos dogecoin ethereum hyperledger hyperledger-fabric litecoin monero polkadot ripple solana tendermint',
  'blog host': 'blogger dev.to ghost hashnode medium substack tumblr wordpress',
  board:
    'arduino beaglebone esp32 esp8266 intel-edison intel-galileo jetson micro:bit odroid raspberry-pi teensy',
  browser:
    'arc brave chrome chromium firefox google-chrome internet-explorer lynx microsoft-edge netscape opera safari servo',
  'build tool':
    'ant apache-ant apache-maven autotools babel bazel blaze browserify buck cmake earthly esbuild gradle grunt gulp just mage make maven meson ninja nx pants parcel please rake rollup sbt scons snowpack swc task taskfile turbopack turborepo vite webpack',
  'call tracer': 'dtrace ltrace strace',
  cdn: 'akamai amazon-cloudfront bunny cloudflare cloudfront fastly',
  chaos:
    'chaos-mesh chaos-monkey chaos-toolkit chaosblade gremlin litmus litmuschaos powerfulseal pumba toxiproxy',
  chat: 'campfire discord flowdock gitter google-hangouts hipchat irc matrix mattermost microsoft-teams rocket.chat signal slack telegram whatsapp xmpp zulip',
  ci: 'appveyor aws-codebuild azure-devops azure-pipelines bamboo bitrise buildkite circleci cloud-build codefresh codeship concourse dagger drone github-actions gitlab-ci gitlab-ci/cd gocd google-cloud-build harness jenkins jenkins-x prow screwdriver semaphore semaphore-ci shippable spinnaker teamcity tekton travis-ci wercker woodpecker',
  cipher: 'dsa ecdsa ed25519 rsa',
  'cli library':
    'argparse bubble-tea clap cli click cobra codegangsta-cli docopt ff ffcli grumble ishell kingpin mow.cli pflag urfave/cli',
  cloud:
    'alibaba-cloud aws azure civo digitalocean equinix-metal google-cloud google-cloud-platform hetzner ibm-cloud linode microsoft-azure openstack oracle-cloud ovh ovhcloud scaleway softlayer vultr',
  'code host':
    'azure-devops bitbucket codeberg codeplex forgejo gerrit gitea github gitlab gogs google-code launchpad phabricator sourceforge sourcehut',
  'columnar format': 'apache-arrow apache-avro apache-orc apache-parquet',
  compiler: 'clang emscripten gc-compiler gcc gccgo gollvm gopherjs graalvm tinygo',
  compression: 'brotli bzip2 deflate gzip lz4 lzma snappy tar xz zip zlib zstd',
  'config language': 'cue dhall hcl ini json jsonnet kcl nickel pkl starlark toml xml yaml ytt',
  'config library': 'envconfig ff koanf viper',
  consensus: 'multi-paxos paxos pbft raft viewstamped-replication zab',
  'container runtime':
    'containerd cri-o crun docker firecracker gvisor kata-containers lxc podman pouch rkt runc singularity systemd-nspawn youki',
  coordination: 'apache-zookeeper chubby consul doozer etcd eureka zookeeper',
  'cpu architecture': 'amd64 arm arm64 avr itanium mips powerpc ppc64 risc-v s390x sparc x64 x86 x86-64',
  css: 'bootstrap bulma foundation less material-ui postcss sass tailwind tailwind-css',
  dashboard: 'apache-superset chronograf grafana kibana looker metabase superset tableau',
  'data format':
    'apache-arrow apache-avro apache-parquet apache-thrift asn.1 bson cap-n-proto capnproto cbor csv edn flatbuffers gob ini ion json messagepack protocol-buffers toml xml yaml',
  debugger: 'delve gdb lldb rr',
  'dependency manager':
    'apache-maven apk apt asdf bower bundler cargo chocolatey composer conda dep gb glide go-dep go-modules godep gopm govendor gpm gradle gvt homebrew leiningen luarocks macports maven npm nuget pacman pip pipenv pnpm poetry pypi rubygems sbt scoop virtualenv vndr yarn yum',
  desktop:
    'awesome awesomewm bspwm cinnamon dwm gnome hyprland i3 kde plasma sway unity wayland x-window-system x11 xfce xmonad',
  'desktop containers': 'colima docker-desktop orbstack podman-desktop rancher-desktop',
  di: 'dig facebook-inject fx google-wire guice samber-do uber-fx wire',
  distro:
    'almalinux alpine-linux amazon-linux arch-linux bottlerocket centos clear-linux container-linux coreos-container-linux coreos-linux debian elementary-os fedora flatcar gentoo kali-linux linux-mint manjaro nixos opensuse photon-os pop-os rancheros raspbian red-hat-enterprise-linux rhel rocky-linux slackware suse talos-linux ubuntu void-linux wolfi',
  'dns server': 'bind coredns dnsmasq external-dns knot-dns kube-dns powerdns route-53 skydns unbound',
  editor:
    'acme android-studio atom brackets cursor doom-emacs eclipse ed emacs gogland goland helix intellij intellij-idea kakoune liteide micro-editor nano neovim netbeans notepad++ phpstorm pycharm rubymine spacemacs sublime-text textmate vi vim visual-studio visual-studio-code vs-code webstorm xcode zed',
  'editor plugin': 'ale alewife deoplete go-mode gopher.vim govim vim-go vscode-go youcompleteme',
  'embedded store': 'badger bbolt berkeley-db bitcask bolt boltdb duckdb leveldb lmdb pebble rocksdb sqlite',
  'error package': 'go-multierror multierr pkg/errors xerrors',
  'error tracker': 'airbrake bugsnag raygun rollbar sentry',
  'file sync': 'box dropbox google-drive icloud nextcloud onedrive',
  'file system':
    '9p apfs aufs btrfs ceph cifs ext4 fat32 fuse glusterfs hdfs ipfs lustre nfs ntfs overlayfs samba smb xfs zfs',
  formatter: 'black gofmt gofumpt goimports prettier rustfmt',
  forum: 'digg discourse hacker-news lobsters reddit slashdot stack-overflow',
  frontend:
    'alpine.js angular angularjs astro backbone backbone.js blazor elm ember ember.js gatsby hotwire htmx jquery knockout.js lit lit-html liveview meteor mithril next.js nuxt nuxt.js phoenix-liveview polymer preact qwik react remix riot solid solidjs stimulus svelte sveltekit turbo vecty vue vue.js vugu web-components',
  'game engine':
    'azul3d bevy ebiten ebitengine engo g3n godot love2d phaser pixel pygame raylib unity unreal unreal-engine',
  gitops: 'argo argo-cd flux fluxcd jenkins-x spinnaker weave-gitops',
  'gpu computing': 'cuda opencl rocm',
  'graph api': 'falcor graphql rest',
  'graph database': 'amazon-neptune arangodb cayley dgraph janusgraph neo4j',
  'graphics api': 'directx metal opengl opengl-es vulkan webgl webgpu',
  gui: 'cogent-core dear-imgui electron fyne gio gtk imgui java-swing lorca nw.js qt shiny swing tauri tk wails walk webview wxwidgets',
  hash: 'blake2 blake3 md5 murmurhash sha-1 sha-256 sha-3 sha1 sha256 siphash xxhash',
  'http client': 'curl httpie insomnia postman wget wuzz',
  'http server': 'fasthttp hertz net/http nginx-unit',
  iac: 'ansible aws-cdk aws-cloudformation bicep cdktf cfengine chef cloudformation crossplane opentofu pulumi puppet salt saltstack terraform',
  'identity provider': 'amazon-cognito auth0 authentik cognito dex keycloak okta',
  'image builder':
    'buildah buildkit buildpacks cloud-native-buildpacks earthly img jib kaniko ko packer source-to-image',
  'image format': 'avif bmp gif jpeg png svg tiff webp',
  'image model': 'dall-e midjourney stable-diffusion',
  'image registry':
    'amazon-ecr artifactory docker-hub ecr gcr github-container-registry github-packages google-container-registry harbor jfrog-artifactory nexus quay sonatype-nexus zot',
  'init system': 'daemontools god launchd monit openrc pm2 runit s6 supervisord systemd sysvinit upstart',
  'inner loop': 'devspace draft garden okteto skaffold telepresence tilt',
  instrumentation: 'micrometer opencensus openmetrics opentelemetry opentracing statsd',
  'js engine': 'chakra goja otto quickjs spidermonkey v8',
  'js runtime': 'bun deno iojs node.js nodejs',
  'k8s dashboard': 'headlamp k9s kubernetes-dashboard lens octant',
  'kernel sandboxing': 'apparmor gvisor pledge seccomp selinux',
  'kernel tracing': 'bpftrace dtrace ebpf ftrace lttng perf strace systemtap',
  'key value store': 'amazon-elasticache dragonfly etcd hazelcast keydb memcached redis riak tikv valkey',
  'language tool': 'gocode godef gopls guru',
  linter:
    'errcheck eslint go-vet golangci-lint golint gometalinter jshint jslint pylint revive rubocop sonarqube staticcheck',
  'live transport': 'long-polling server-sent-events webrtc websocket websockets webtransport',
  'load generator': 'ab apache-bench bombardier gatling hey jmeter k6 locust siege vegeta wrk',
  'local kubernetes':
    'docker-desktop k0s k3d k3s kind kops kubeadm kubeone kubespray microk8s minikube minishift rke tectonic vcluster',
  'log shipper': 'filebeat fluent-bit fluentd logstash promtail rsyslog syslog vector',
  'log system':
    'datadog elastic-stack elasticsearch grafana-loki graylog humio loggly loki papertrail splunk sumo-logic',
  logger:
    'apex-log charmbracelet-log glog go-kit-log go-logging klog log/slog log15 log4j logback logr logrus phuslog seelog slf4j slog winston zap zerolog',
  'mail server': 'amazon-ses dovecot exim mailchimp mailgun postfix postmark qmail sendgrid sendmail',
  'managed kubernetes':
    'aks amazon-eks azure-kubernetes-service gke google-kubernetes-engine openshift rancher tanzu',
  markup: 'asciidoc asciidoctor html latex markdown restructuredtext',
  'media player': 'audacity itunes kodi mplayer mpv plex quicktime vlc winamp',
  'message broker':
    'activemq-artemis amazon-eventbridge amazon-kinesis amazon-sns amazon-sqs amqp apache-activemq apache-kafka apache-pulsar apache-rocketmq azure-event-hubs azure-service-bus emqx eventbridge google-cloud-pub/sub google-pub/sub ibm-mq mosquitto mqtt nanomsg nats nats-streaming nsq rabbitmq redpanda zeromq',
  'metrics agent': 'collectd fluentd statsd telegraf vector',
  'metrics store': 'chronosphere cortex grafana-mimir m3 monarch thanos victoriametrics',
  'microservice framework':
    'dapr encore finagle gizmo go-kit go-micro go-zero goa gorilla kite kratos micro spring-boot',
  ml: 'apache-mxnet caffe jax keras mxnet pytorch scikit-learn tensorflow theano torch',
  mobile:
    'apache-cordova cordova flutter gomobile ionic jetpack-compose kotlin-multiplatform phonegap react-native swiftui xamarin',
  'mobile system': 'android ios',
  'module proxy': 'athens gocenter goproxy jfrog-artifactory',
  monitoring:
    'amazon-cloudwatch appdynamics borgmon checkmk cloudwatch datadog dynatrace graphite honeycomb icinga instana lightstep nagios netdata new-relic opentsdb pingdom prometheus sensu signalfx splunk stackdriver uptime-robot wavefront zabbix',
  'network plugin': 'antrea calico canal cilium flannel kube-ovn romana weave weave-net',
  'nosql database':
    'aerospike amazon-dynamodb apache-cassandra apache-couchdb apache-hbase bigtable cassandra couchbase couchdb dynamodb firebase firestore foundationdb google-bigtable hbase mongodb rethinkdb riak scylladb',
  notebook:
    'apache-zeppelin google-colab gophernotes jupyter jupyter-notebook neugram observable rstudio zeppelin',
  notes: 'confluence evernote google-docs notion obsidian onenote org-mode roam',
  'numeric library': 'gonum gota numpy pandas polars scipy',
  'operating system':
    'chrome-os darwin dragonfly-bsd freebsd fuchsia haiku illumos linux macos minix ms-dos netbsd openbsd os-x plan-9 smartos solaris tizen windows',
  orchestrator:
    'amazon-ecs apache-mesos aws-ecs borg dc/os docker-swarm ecs kontena kubernetes marathon mesos nomad omega openstack titus',
  orm: 'active-record activerecord bun database/sql diesel ent go-pg gorm gorp hibernate jooq mybatis pgx pop prisma reform sequelize sqlalchemy sqlboiler sqlc sqlmock sqlx squirrel upper-db upper.io xorm',
  paas: 'app-engine aws-app-runner aws-elastic-beanstalk bluemix cloud-foundry cloudflare-pages convox deis dokku elastic-beanstalk fly.io flynn gigalixir github-pages glitch google-app-engine heroku netlify openshift railway render surge vercel',
  'package format': 'apk appimage deb dpkg flatpak rpm snap',
  packaging: 'carvel cdk8s cue helm jsonnet kapp kustomize tanka timoni ytt',
  'packet filter': 'ebpf iptables ipvs nftables',
  'password hash': 'argon2 bcrypt pbkdf2 scrypt',
  payments: 'braintree paypal square stripe',
  policy: 'casbin cedar kubewarden kyverno opa open-policy-agent openfga sentinel spicedb zanzibar',
  profiler: 'perf pprof',
  'progressive delivery':
    'argo-rollouts flagger flipt keptn launchdarkly openfeature spinnaker split unleash',
  prompt: 'liquidprompt powerlevel10k powerline powerline-go spaceship starship',
  proxy:
    'amazon-api-gateway ambassador apache-http-server apache-httpd apache-tomcat apache-traffic-server apigee apisix aws-api-gateway caddy contour emissary-ingress envoy f5 fabio gloo gunicorn h2o haproxy iis jetty kong krakend lighttpd nginx oathkeeper skipper squid tomcat traefik tyk unicorn varnish vulcand yarp',
  'query language': 'cypher datalog flux-language graphql influxql kql logql promql sparql sql',
  'queue lib': 'asynq bull celery delayed-job faktory gocraft-work machinery resque river sidekiq',
  'relational database':
    'amazon-aurora cloud-spanner cockroachdb db2 dolt dqlite google-spanner mariadb microsoft-sql-server mongodb mysql oracle-database percona planetscale postgresql rqlite sql-server sqlite supabase tidb vitess yugabytedb',
  'remote dev':
    'cloud9 coder codesandbox codespaces eclipse-che github-codespaces gitpod glitch repl.it replit stackblitz',
  robotics: 'artoo cylon.js embd firmata gobot johnny-five periph ros',
  rpc: 'apache-dubbo apache-thrift cap-n-proto connect connect-rpc corba dcom drpc falcor gorpc graphql grpc grpc-go java-rmi json-rpc net/rpc odata openapi oto rest rsocket soap stubby trpc ttrpc twirp xml-rpc',
  'runtime security': 'falco sysdig-secure tetragon tracee',
  'search engine':
    'algolia apache-lucene apache-solr bleve elasticsearch lucene meilisearch opensearch typesense xapian zinc',
  secrets:
    '1password aws-kms aws-secrets-manager bitwarden chamber doppler keywhiz lastpass sealed-secrets sops vault',
  serverless:
    'apache-openwhisk aws-lambda azure-functions cloud-functions cloudflare-workers fastly-compute fission fn-project google-cloud-functions iron.io ironfunctions knative kubeless nuclio openfaas openlambda openwhisk',
  'serverless container':
    'aws-app-runner aws-fargate azure-container-apps cloud-run fly.io google-cloud-run knative',
  'service mesh':
    'ambient-mesh aws-app-mesh conduit consul consul-connect finagle istio kuma linkerd maesh netflix-oss open-service-mesh prana traefik-mesh',
  shell: 'bash bourne-shell csh elvish fish ksh nushell oil powershell sh tcsh xonsh zsh',
  signing: 'age cosign gnupg gpg notary pgp sigstore',
  'site generator':
    'asciidoctor contentful docpad docusaurus drupal eleventy gatsby ghost hexo hugo jekyll joomla mkdocs pelican squarespace wordpress',
  storage:
    'amazon-ebs amazon-s3 azure-blob-storage backblaze-b2 ceph cloudflare-r2 glusterfs google-cloud-storage hdfs linstor longhorn minio openebs portworx s3 seaweedfs swift',
  'stream processor':
    'apache-beam apache-flink apache-heron apache-samza apache-spark apache-storm benthos google-dataflow kafka-streams ksqldb logstash materialize',
  terminal:
    'alacritty byobu ghostty gnu-screen hyper iterm iterm2 kitty screen terminator tmux wezterm windows-terminal xterm zellij',
  'test library':
    'bats cucumber cypress ginkgo go-cmp go-mock gocheck gock goconvey godog gomega gomock goss httptest is jasmine jest junit minitest mocha mockery playwright puppeteer pytest quicktest rspec selenium testcontainers testify webdriver',
  'time series database':
    'clickhouse graphite influxdb kdb+ m3 opentsdb prometheus questdb timescaledb victoriametrics',
  'tls library': 'boringssl gnutls libressl mbedtls nss openssl rustls',
  token: 'jwt macaroons paseto',
  tracing:
    'apache-skywalking appdash aws-x-ray dapper elastic-apm grafana-tempo honeycomb jaeger lightstep signoz skywalking tempo zipkin',
  tracker: 'asana basecamp bugzilla jira linear pivotal-tracker redmine trello zenhub',
  transport: 'ftp gopher http/2 http/3 quic sctp sftp spdy ssh telnet',
  'update bot': 'dependabot renovate',
  validation: 'go-playground-validator govalidate govalidator ozzo-validation validator',
  vcs: 'bazaar clearcase cvs darcs fossil git jujutsu mercurial perforce rcs subversion svn',
  'vector database': 'chroma milvus pgvector pinecone qdrant weaviate',
  'video call': 'facetime google-meet jitsi riverside skype squadcast webex zoom',
  'video format': 'aac av1 flac h.264 h.265 hls mp3 mp4 mpeg-dash opus rtmp theora vorbis vp8 vp9 webm',
  'video site': 'twitch vimeo youtube',
  virtualization:
    'bhyve cloud-hypervisor firecracker hyper-v hyperkit kvm parallels proxmox qemu virtualbox vmware vmware-fusion vmware-vsphere vsphere xen',
  vpn: 'cloudflare-tunnel inlets ipsec localtunnel nebula netmaker ngrok openvpn tailscale wireguard zerotier',
  'vulnerability scanner': 'anchore aqua-security clair docker-scout govulncheck grype snyk trivy twistlock',
  warehouse:
    'amazon-athena amazon-redshift apache-drill apache-druid apache-hive apache-pinot bigquery clickhouse databricks dremio google-bigquery presto redshift snowflake teradata trino',
  'wasm runtime': 'lucet wamr wasm3 wasmcloud wasmedge wasmer wasmtime wazero',
  'web framework':
    'aah actix actix-web asp.net asp.net-core axum beego bottle buffalo cakephp chi codeigniter django dropwizard echo express express.js fastapi fastify fiber flask gin go-zero gobuffalo goji gorilla gorilla-mux gorilla/mux goyave hapi hertz httprouter iris koa laravel martini meteor micronaut negroni nest.js nestjs nodejs-express phoenix pyramid quarkus rails revel rocket ruby-on-rails sails.js sinatra spring spring-boot symfony tornado vert.x',
  'web search': 'altavista bing duckduckgo google-search kagi yahoo',
  'workflow engine':
    'airflow apache-airflow argo-workflows aws-step-functions cadence camunda conductor dagster luigi netflix-conductor prefect temporal zeebe',
}

const sortsOf = new Map<string, Set<string>>()
for (const [sort, names] of Object.entries(SORTS))
  for (const name of names.split(' ')) {
    const known = sortsOf.get(name)
    if (known) known.add(sort)
    else sortsOf.set(name, new Set([sort]))
  }
const bare = (id: string): string => id.slice(id.indexOf(':') + 1)

/** The sorts of a thing; none where it is not known of what sort it is. */
export const sorts = (id: string): ReadonlySet<string> => sortsOf.get(bare(id)) ?? NONE
const NONE: ReadonlySet<string> = new Set()

/** Whether two things are known to be of one sort. Languages are not asked about: they are of one sort too easily. */
export function areOneSort(a: string, b: string): boolean {
  if (isLanguage(a) || isLanguage(b)) return false
  const others = sorts(b)
  for (const sort of sorts(a)) if (others.has(sort)) return true
  return false
}

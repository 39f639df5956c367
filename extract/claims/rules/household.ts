/** What everybody talks about without having made it. */

const NAMES =
  'ansible apache-kafka apache-spark bash docker elasticsearch emacs etcd git github gitlab grafana grpc helm istio jenkins kafka kubernetes linux linux-kernel mariadb memcached mongodb mysql neovim nginx node.js openssl openstack postgres postgresql prometheus protocol-buffers protobuf rabbitmq react redis ruby-on-rails sqlite tensorflow terraform vim visual-studio-code vue vs-code webassembly'

const HOUSEHOLD: ReadonlySet<string> = new Set(NAMES.split(' ').map((name) => `project:${name}`))

/** Whether only who says in so many words to have made it stands for it. */
export const isHousehold = (id: string): boolean => HOUSEHOLD.has(id)

import { useQuery } from '@tanstack/react-query'
import type { SystemView } from '../../../api/present/admin.ts'
import { t, type Text } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { PageError, Skeleton } from '../../parts/states.tsx'

const engines: Readonly<Record<string, Text>> = {
  pglite: t('内置数据库（PGlite）', 'Embedded database (PGlite)'),
  postgres: t('PostgreSQL 服务器', 'PostgreSQL server'),
  citus: t('PostgreSQL 集群（Citus）', 'PostgreSQL cluster (Citus)'),
}

/** 系统: what runs, how much it holds, and what can be set where it is started. */
export function SystemTab() {
  const query = useQuery({ queryKey: ['system'], queryFn: ({ signal }) => get<SystemView>('/admin/system', signal) })
  if (query.isPending) return <Skeleton />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className="sy">
      <Running system={query.data} />
      <SettingNames />
    </div>
  )
}

function Running({ system }: { system: SystemView }) {
  const say = useT()
  const format = useFormat()
  const rows: readonly (readonly [Text, string])[] = [
    [t('版本', 'Version'), system.version],
    [t('数据库', 'Database'), say(engines[system.engine] ?? t(system.engine, system.engine))],
    [t('启动时间', 'Started'), format.moment(system.startedAt, true)],
    [t('事项', 'Items'), format.number(system.items)],
    [t('记录', 'Entries'), format.number(system.entries)],
    [t('佐证文件', 'Proof files'), format.number(system.files)],
    [t('数据', 'Data'), say(system.sample ? t('示例城市', 'Sample city') : t('正式', 'In earnest'))],
  ]
  return (
    <Panel
      title={say(t('运行', 'Running'))}
      actions={
        <a className="meta" href="/api/docs" target="_blank" rel="noreferrer">
          {say(t('接口文档', 'API documents'))}
        </a>
      }
    >
      {system.engineAdvice && (
        <p className="offline adv" role="status">
          <Icon name="alert" size="s" />
          {say(system.engineAdvice)}
        </p>
      )}
      <dl className="fx">
        {rows.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="meta pad">
        {say(
          t(
            '非涉密系统，不得录入、上传国家秘密和工作秘密。记录只增不改，逐条以散列相接。许可：Apache-2.0。',
            'Not for classified matters. Entries are only ever added, each chained to the one before by its hash. Licence: Apache-2.0.',
          ),
        )}
      </p>
    </Panel>
  )
}

/** Read once, when the server starts. */
const settings: readonly { name: string; usual: Text; about: Text }[] = [
  { name: 'PORT', usual: t('8713', '8713'), about: t('服务的端口', 'The port it serves on') },
  {
    name: 'HOST',
    usual: t('127.0.0.1', '127.0.0.1'),
    about: t('监听的地址；只在本机用时不改', 'The address it listens on; leave it for use on this machine alone'),
  },
  {
    name: 'LUOSHI_DATA',
    usual: t('.luoshi', '.luoshi'),
    about: t(
      '内置数据库和文件的目录；备份就是备份它',
      'Folder of the embedded database and the files: what to back up',
    ),
  },
  {
    name: 'DATABASE_URL',
    usual: t('不设', 'not set'),
    about: t(
      'PostgreSQL 15 以上的地址；设了就不用内置数据库',
      'Address of a PostgreSQL server, 15 or newer, in place of the embedded database',
    ),
  },
  {
    name: 'LUOSHI_TODAY',
    usual: t('不设', 'not set'),
    about: t('固定的日期，只供示例和测试', 'A fixed date, for the sample and for tests only'),
  },
]

function SettingNames() {
  const say = useT()
  return (
    <Panel
      title={say(t('设置', 'Settings'))}
      meta={say(t('启动时从环境变量读，改后重启', 'Read from the environment at the start; restart to change'))}
    >
      <div className="scrollx">
        <table className="tb sett">
          <thead>
            <tr>
              <th>{say(t('名称', 'Name'))}</th>
              <th>{say(t('不设时', 'Unless set'))}</th>
              <th>{say(t('管什么', 'What it does'))}</th>
            </tr>
          </thead>
          <tbody>
            {settings.map(({ name, usual, about }) => (
              <tr key={name}>
                <td className="mono">{name}</td>
                <td className="mono muted">{say(usual)}</td>
                <td>{say(about)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

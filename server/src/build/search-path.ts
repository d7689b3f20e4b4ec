// Where a bare command name is looked for: the default PATH of Docker images (moby's system.DefaultPathEnvUnix).

export const SEARCH_PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

#!/usr/bin/env bash
# Installs what `npm run test:e2e` needs, and nothing twice: a browser (Debian's) and a VS Code (code-server's build of
# it, from npm) in .e2e/vscode. Needs Node 20+ with npm; as root it installs the browser through apt where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

code_server=4.100.3 # its VS Code is 1.100.3
pty=1.1.0           # @lydell/node-pty: node-pty with its binary on npm, so no compiler is needed
ripgrep=1.18.0      # the binary behind workspace.findFiles

install_browser() {
  if [ -x "${CHROMIUM:-/usr/bin/chromium}" ] && [ -e /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf ]; then
    return
  fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo 'e2e-install: chromium or the DejaVu fonts are missing, and only root on Debian can install them here.' >&2
    echo 'e2e-install: install both, or set CHROMIUM to the path of a Chromium.' >&2
    exit 1
  fi
  # Where sources are known, updating them again costs more than the install.
  apt-get install -y --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1 || {
    apt-get update >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-dejavu-core >/dev/null
  }
}

quiet_npm() {
  npm --no-audit --no-fund --no-update-notifier --prefer-offline --loglevel=error "$@"
}

install_vscode() {
  local home=.e2e/vscode cpu stamp
  cpu=$(node -p process.arch)
  # Native parts are built for one version of Node's interface; the stand-ins are part of what is installed.
  stamp="$code_server $pty $ripgrep $(node -p process.versions.modules) $(cat test/e2e/stand-ins/* scripts/e2e-install.sh | cksum)"
  if [ "$(cat "$home/.stamp" 2>/dev/null || true)" = "$stamp" ]; then
    return
  fi
  rm -rf "$home"
  mkdir -p "$home"
  echo '{ "private": true }' >"$home/package.json"
  (
    cd "$home"
    # Only its VS Code: code-server's own front needs two hundred packages and a compiler, and the tests do not see it.
    archive=$(quiet_npm pack --silent "code-server@$code_server")
    tar -xzf "$archive" package/lib/vscode
    mv package/lib/vscode app
    rm -rf package "$archive"
    quiet_npm install --ignore-scripts "@lydell/node-pty@$pty" "@vscode/ripgrep-linux-$cpu@$ripgrep"
    (cd app && quiet_npm install --omit=dev --ignore-scripts)

    rm -rf app/node_modules/node-pty
    mkdir -p app/node_modules/@lydell app/node_modules/@vscode/ripgrep/bin
    cp -R node_modules/@lydell/node-pty app/node_modules/node-pty
    cp -R "node_modules/@lydell/node-pty-linux-$cpu" app/node_modules/@lydell/
    cp "node_modules/@vscode/ripgrep-linux-$cpu/bin/rg" app/node_modules/@vscode/ripgrep/bin/rg
    ln -s node_modules app/node_modules.asar
  )
  cp test/e2e/stand-ins/spdlog.cjs "$home/app/node_modules/@vscode/spdlog/index.js"
  cp test/e2e/stand-ins/native-watchdog.cjs "$home/app/node_modules/native-watchdog/index.js"
  node "$home/app/out/server-main.js" --version >/dev/null
  echo "$stamp" >"$home/.stamp"
}

install_browser
install_vscode
echo "e2e-install: VS Code from code-server $code_server in .e2e/vscode, browser ${CHROMIUM:-/usr/bin/chromium}"

// Shared libraries that a distribution's base image holds beside the libc's own, by release.
import { atLeast } from './version.js';

const debianAlways =
  'libgcc_s.so.1 libstdc++.so.6 libz.so.1 liblzma.so.5 libbz2.so.1 libbz2.so.1.0 liblz4.so.1 libzstd.so.1 libacl.so.1 libattr.so.1 libaudit.so.1 libblkid.so.1 libcap-ng.so.0 libcrypt.so.1 libdb-5.3.so libgmp.so.10 libmount.so.1 libpam.so.0 libpam_misc.so.0 libpamc.so.0 libseccomp.so.2 libselinux.so.1 libsmartcols.so.1 libsystemd.so.0 libtinfo.so.6 libtic.so.6 libdebconfclient.so.0 libudev.so.1 libuuid.so.1';
const debianUpTo12 =
  'libcom_err.so.2 libext2fs.so.2 libe2p.so.2 libss.so.2 libgcrypt.so.20 libgnutls.so.30 libgpg-error.so.0 libidn2.so.0 libp11-kit.so.0 libtasn1.so.6 libunistring.so.2';

// Debian: rootfs.manifest of debuerreotype/docker-debian-artifacts (slim), packages turned into their sonames.
// Alpine: `provides` of lib/apk/db/installed in the minirootfs archives of alpinelinux/docker-alpine.
const lists: Readonly<Record<string, string>> = {
  'debian:10': `${debianAlways} ${debianUpTo12} libffi.so.6 libhogweed.so.4 libnettle.so.6 libpcre.so.3 libncursesw.so.6 libfdisk.so.1 libsepol.so.1 libsemanage.so.1 libapt-pkg.so.5.0`,
  'debian:11': `${debianAlways} ${debianUpTo12} libffi.so.7 libhogweed.so.6 libnettle.so.8 libpcre.so.3 libpcre2-8.so.0 libxxhash.so.0 libssl.so.1.1 libcrypto.so.1.1 libtirpc.so.3 libnsl.so.2 libgssapi_krb5.so.2 libkrb5.so.3 libk5crypto.so.3 libkrb5support.so.0 libkeyutils.so.1 libsepol.so.1 libsemanage.so.1 libapt-pkg.so.6.0`,
  'debian:12': `${debianAlways} ${debianUpTo12} libffi.so.8 libhogweed.so.6 libnettle.so.8 libpcre2-8.so.0 libxxhash.so.0 libcap.so.2 libpsx.so.2 libmd.so.0 libsepol.so.2 libsemanage.so.2 libapt-pkg.so.6.0`,
  'debian:13': `${debianAlways} libhogweed.so.6 libnettle.so.8 libpcre2-8.so.0 libxxhash.so.0 libcap.so.2 libmd.so.0 libssl.so.3 libcrypto.so.3 libsqlite3.so.0 liblastlog2.so.2 libpsx.so.2 libsepol.so.2 libsemanage.so.2 libapt-pkg.so.7.0`,
  'alpine:3.6': 'libcrypto.so.41 libssl.so.43 libtls.so.15 libz.so.1',
  'alpine:3.7': 'libcrypto.so.42 libssl.so.44 libtls.so.16 libz.so.1',
  'alpine:3.8': 'libcrypto.so.43 libssl.so.45 libtls.so.17 libz.so.1',
};

/** Sonames in the base image of a release; null where we have not read them. */
export function baseLibraries(distribution: string, release: string | null): readonly string[] | null {
  const list = lists[`${distribution}:${release ?? ''}`];
  if (list !== undefined) return list.split(' ');
  if (distribution === 'busybox') return [];
  if (distribution !== 'alpine' || release === null || release === 'edge' || !atLeast(release, '3.9'))
    return null;
  return [...openssl('alpine', release), 'libz.so.1'];
}

/** Sonames of OpenSSL as a distribution packages it: 1.1 or 3. */
export function openssl(distribution: string, release: string | null): readonly string[] {
  const since = opensslThree[distribution];
  const three = since !== undefined && (release === null || release === 'edge' || atLeast(release, since));
  const version = three ? '3' : '1.1';
  return [`libssl.so.${version}`, `libcrypto.so.${version}`];
}
const opensslThree: Readonly<Record<string, string>> = {
  debian: '12',
  alpine: '3.17',
  ubuntu: '22.04',
  rhel: '9',
  fedora: '36',
};

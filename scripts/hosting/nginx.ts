import { cacheAsk, cacheForever, everyHeader, strictTransport } from './response-headers.ts';
import type { Policies } from './site-pages.ts';

export interface HostOptions {
  /** `/` or `/skola/`. */
  readonly base: string;
  /** Folder on the server that holds the files; with a base, the folder above its own. */
  readonly root: string;
  readonly port: number;
}

/** A file for `conf.d/` or `sites-enabled/`. Tried with Debian's nginx 1.22. */
export function nginxConfiguration(policies: Policies, options: HostOptions): string {
  const { base, root, port } = options;
  const [[common = ''] = [], ...others] = policies;
  // One pattern a policy: long addresses as keys would ask for a larger map_hash_bucket_size.
  const exceptions = others.map(
    ([policy, files]) =>
      `    "~^${base}(${files.map((file) => file.replace(/\.html$/, '')).join('|')})(\\.html)?$" "${policy}";`,
  );
  const headers = Object.entries(everyHeader).map(
    ([name, value]) => `    add_header ${name} "${value}" always;`,
  );
  const below = base === '/' ? '' : base.slice(0, -1);
  return `# Written by \`npm run hosting\`. Change the listen line, the name and the folder; write the rest anew.

# Each page has its own policy, the same as in the page plus who may show it in a frame.
map $uri $skd_policy {
    default "${common}";
${exceptions.join('\n')}
}

# A name with a hash never changes its contents; the rest is asked about each time (304).
map $uri $skd_cache {
    default "${cacheAsk}";
    "~^${below}/_s/" "${cacheForever}";
    "~^${below}/pagefind/(index|fragment|filter)/" "${cacheForever}";
    "~^${below}/pagefind/.*[._-][0-9a-f]+\\.[a-z0-9_]+$" "${cacheForever}";
}

map $https $skd_transport {
    default "";
    on "${strictTransport}";
}

server {
    listen ${port};
    listen [::]:${port};
    server_name _;
    root ${root};

    server_tokens off;
    absolute_redirect off;
    autoindex off;
    charset utf-8;
    charset_types text/css text/xml text/plain application/javascript application/json application/manifest+json application/atom+xml application/feed+json image/svg+xml;
    sendfile on;
    tcp_nopush on;
    etag on;
    open_file_cache max=4000 inactive=10m;
    open_file_cache_valid 30s;
    open_file_cache_min_uses 1;

    # Compressed beforehand, as well as can be: nothing is computed per request.
    gzip_static on;
    gzip_vary on;
    # brotli_static on; stands in this file when the module is installed (see docs/hosting.md).
    include /etc/nginx/snippets/skoldigistod-brotli*.conf;

    # All headers stand here: one in a location would take away the rest.
${headers.join('\n')}
    add_header Content-Security-Policy $skd_policy always;
    add_header Cache-Control $skd_cache always;
    add_header Strict-Transport-Security $skd_transport always;

    error_page 404 ${below}/404.html;
    error_page 403 =404 ${below}/404.html;
    index index.html;

    location = ${below}/404.html { internal; }
    location ~ \\.webmanifest$ { default_type application/manifest+json; try_files $uri =404; }
    location ~ /\\.(?!well-known/) { return 404; }
    # A slash too many, or the folder of an area: its page. Only plain names, so that nothing leads elsewhere.
    location ~ "^(?<page>${below}(?:/[a-z0-9-]+)+)/$" { return 301 $page; }
${below === '' ? '' : `    location = ${below} { return 301 ${base}; }\n`}    location = ${base} { try_files ${below}/index.html =404; }
    location ${base} { try_files $uri $uri.html =404; }
${below === '' ? '' : '    location / { return 404; }\n'}}
`;
}

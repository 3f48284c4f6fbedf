import type { HostOptions } from './nginx.ts';
import { cacheAsk, cacheForever, everyHeader, strictTransport } from './response-headers.ts';
import { addressesOf, type Policies } from './site-pages.ts';

/** A Caddyfile. Tried with Debian's Caddy 2.6. With a host's name for `:port` it gets its own certificate. */
export function caddyConfiguration(policies: Policies, options: HostOptions): string {
  const { base, root, port } = options;
  const [[common = ''] = [], ...others] = policies;
  const below = base === '/' ? '' : base.slice(0, -1);
  const exceptions = others.map(([policy, files], index) => {
    const addresses = files.flatMap((file) => addressesOf(file, base)).join(' ');
    return `\t\t@policy${index} path ${addresses}\n\t\theader @policy${index} Content-Security-Policy "${policy}"`;
  });
  const headers = Object.entries(everyHeader).map(([name, value]) => `\t\t\t${name} "${value}"`);
  return `# Written by \`npm run hosting\`. Put the host's name for :${port} and the folder; write the rest anew.
:${port} {
	root * ${root}

	# In this order: outside a route Caddy would let the general header win over the special one.
	route {
		header {
${headers.join('\n')}
			Content-Security-Policy "${common}"
			Cache-Control "${cacheAsk}"
		}
		header -Server
		header ?Content-Type application/octet-stream
		@encrypted protocol https
		header @encrypted Strict-Transport-Security "${strictTransport}"
${exceptions.join('\n')}
		# A name with a hash never changes its contents; the rest is asked about each time (304).
		@hashed path_regexp ^${below}/(_s/|pagefind/(index|fragment|filter)/|pagefind/.*[._-][0-9a-f]+\\.[a-z0-9_]+$)
		header @hashed Cache-Control "${cacheForever}"
		@manifest path *.webmanifest
		header @manifest Content-Type "application/manifest+json; charset=utf-8"

		@other not method GET HEAD
		error @other 405
		@hidden path_regexp /\\.([^w]|w[^e])
		error @hidden 404
${below === '' ? '' : `\t\tredir ${below} ${base} 301\n\t\t@outside not path ${base}*\n\t\terror @outside 404\n`}		# A slash too many, or the folder of an area: its page. Only plain names, so that nothing leads elsewhere.
		@folder {
			path_regexp folder ^(${below}(?:/[a-z0-9-]+)+)/$
			not path ${base}
		}
		redir @folder {re.folder.1} 301
		try_files {path} {path}.html
		file_server {
			precompressed br gzip
			index index.html
		}
	}
	handle_errors {
		rewrite * ${below}/404.html
		file_server {
			precompressed br gzip
		}
	}
}
`;
}

/** A container of two layers: Debian's nginx and the packed files. Runs without root and without writing. */
export function containerFile(port: number): string {
  return `# Written by \`npm run hosting\`. Build it in this folder: podman build -t skoldigistod .
# Run it: podman run --read-only --tmpfs /tmp --cap-drop all -p ${port}:${port} skoldigistod
FROM docker.io/library/debian:12-slim
RUN apt-get update \\
 && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-brotli-static \\
 && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled/default
COPY nginx/skoldigistod-brotli.conf /etc/nginx/snippets/
COPY nginx/skoldigistod.conf /etc/nginx/conf.d/
COPY nginx/container.conf /etc/nginx/nginx.conf
COPY site/ /srv/skoldigistod/
USER www-data
EXPOSE ${port}
CMD ["nginx", "-g", "daemon off;"]
`;
}

/** The main configuration of the container: no root, no log file, nothing written but in /tmp. */
export function containerConfiguration(modules: string): string {
  return `pid /tmp/nginx.pid;
error_log stderr warn;
worker_processes auto;
include ${modules};
events { worker_connections 2048; }
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path /tmp/body;
    proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi;
    uwsgi_temp_path /tmp/uwsgi;
    scgi_temp_path /tmp/scgi;
    include /etc/nginx/conf.d/*.conf;
}
`;
}

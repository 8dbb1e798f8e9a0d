# The page app, then the binary, then a small image that runs as nobody.
FROM node:22-bookworm-slim AS pages
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

FROM golang:1.26-bookworm AS binary
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY cmd/ cmd/
COPY internal/ internal/
COPY migrations/ migrations/
COPY frontend/embed.go frontend/
COPY --from=pages /src/frontend/dist frontend/dist
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /opfyldt ./cmd/opfyldt

# The service talks to its database over the wire protocol and needs no client
# libraries; only the certificates to reach a provider by HTTPS.
FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
COPY --from=binary /opfyldt /usr/local/bin/opfyldt
RUN install -d -o nobody -g nogroup /var/lib/opfyldt
USER nobody
EXPOSE 8080
ENV OPFYLDT_LISTEN=0.0.0.0:8080 OPFYLDT_DATA=/var/lib/opfyldt
VOLUME /var/lib/opfyldt
ENTRYPOINT ["/usr/local/bin/opfyldt"]
CMD ["serve"]

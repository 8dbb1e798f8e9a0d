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
# libraries; a server of its own (no OPFYLDT_DATABASE_URL) is not meant here.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=binary /opfyldt /usr/local/bin/opfyldt
USER nonroot
EXPOSE 8080
ENV OPFYLDT_LISTEN=0.0.0.0:8080
ENTRYPOINT ["/usr/local/bin/opfyldt"]
CMD ["serve"]

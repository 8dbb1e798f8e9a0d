// Package embedded runs a private Postgres under the program's data folder.
//
// It owns finding the server's binaries, the data folder's lock, the cluster,
// the server process and its private socket. It does not know the schema nor
// what the roles may do: package database migrates and grants.
package embedded

package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Each function here checks one kind of value and puts it where it belongs. An
// empty value is a variable that is not set. The errors never repeat a value
// that may hold a secret.

func text(into *string, v string) error {
	if strings.ContainsFunc(v, func(r rune) bool { return r < ' ' }) {
		return errors.New("holds a line break or another control character; write it on one line")
	}
	*into = v
	return nil
}

func list(into *[]string, v string) error {
	for part := range strings.SplitSeq(v, ",") {
		if part = strings.TrimSpace(part); part != "" {
			*into = append(*into, part)
		}
	}
	return nil
}

func hostPort(into *string, v string) error {
	if v == "" {
		return nil
	}
	host, port, err := net.SplitHostPort(v)
	if err != nil {
		return fmt.Errorf("%q is no address and port; 127.0.0.1:8080 would be right", v)
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return fmt.Errorf("port %q is no number from 0 to 65535", port)
	}
	if host != "" && host != "localhost" && net.ParseIP(host) == nil {
		return fmt.Errorf("%q is no IP address; 127.0.0.1, ::1 or 0.0.0.0 would be right", host)
	}
	*into = v
	return nil
}

// server is an address of another machine.
func server(into *string, v string) error {
	if v == "" {
		return nil
	}
	host, port, err := net.SplitHostPort(v)
	if n, e := strconv.Atoi(port); err != nil || e != nil || host == "" || n < 1 || n > 65535 {
		return errors.New("is no name and port; smtp.example:587 would be right")
	}
	*into = v
	return nil
}

func choice(into *string, v string, choices ...string) error {
	if !slices.Contains(choices, v) {
		return fmt.Errorf("is none of %s", strings.Join(choices, ", "))
	}
	*into = v
	return nil
}

func origin(into **url.URL, v string) error {
	if v == "" {
		return nil
	}
	u, err := url.Parse(strings.TrimSuffix(v, "/"))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return errors.New("is no web address; https://opfyldt.example would be right")
	}
	if u.Path != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return fmt.Errorf("has more than scheme and host; %s://%s would be right", u.Scheme, u.Host)
	}
	if u.Scheme == "http" && !Loopback(u.Host) {
		return fmt.Errorf("is plain http to another machine; https://%s would be right", u.Host)
	}
	*into = u
	return nil
}

func bucket(into *string, v string) error {
	if v == "" {
		return nil
	}
	u, err := url.Parse(v)
	if err != nil || u.Scheme != "s3" || u.Host == "" || u.User != nil {
		return errors.New("is no bucket's address; s3://name?region=eu-north-1 would be right, with the keys in AWS_ variables")
	}
	*into = v
	return nil
}

func issuer(into *string, v string) error {
	if v == "" {
		return nil
	}
	u, err := url.Parse(v)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return errors.New("is no web address; https://login.example/realms/r would be right")
	}
	if u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return errors.New("has a query, fragment or user in it; an issuer has none")
	}
	if u.Scheme == "http" && !Loopback(u.Host) {
		return errors.New("is plain http to another machine; only https is safe there")
	}
	*into = v
	return nil
}

func postgresURL(into *string, v string) error {
	if v == "" {
		return nil
	}
	u, err := url.Parse(v)
	if err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") {
		return errors.New("is no Postgres address; postgres://user@host:5432/opfyldt would be right")
	}
	*into = v
	return nil
}

func number(into *int, v string, least, most int) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		return fmt.Errorf("%q is no number from %d to %d", v, least, most)
	}
	*into = n
	return nil
}

func duration(into *time.Duration, v string, least, most time.Duration) error {
	d, err := time.ParseDuration(v)
	if err != nil || d < least || d > most {
		return fmt.Errorf("%q is no time from %s to %s; write it as 30m or 10h", v, short(least), short(most))
	}
	*into = d
	return nil
}

// short writes a duration without its empty tail: 10h, not 10h0m0s.
func short(d time.Duration) string {
	s := strings.TrimSuffix(d.String(), "0s")
	if strings.HasSuffix(s, "h0m") {
		return strings.TrimSuffix(s, "0m")
	}
	if s == "" {
		return "0s"
	}
	return s
}

func scopes(into *[]string, v string) error {
	*into = strings.Fields(v)
	if !slices.Contains(*into, "openid") {
		return errors.New("openid is not among them; openid profile would be right")
	}
	return nil
}

func claim(into *string, v string) error {
	if slices.Contains(strings.Split(v, "."), "") && v != "" {
		return fmt.Errorf("%q has an empty part; realm_access.roles would be right", v)
	}
	return text(into, v)
}

func roleMap(into *map[string]string, v string) error {
	roles := []string{"lead", "auditor", "management", "department", "admin"}
	*into = map[string]string{}
	for pair := range strings.SplitSeq(v, ",") {
		if pair = strings.TrimSpace(pair); pair == "" {
			continue
		}
		at := strings.LastIndex(pair, "=") // directory names hold = too: CN=Leads,…
		if at < 1 || !slices.Contains(roles, pair[at+1:]) {
			return fmt.Errorf("%q is no VALUE=ROLE; the roles are %s", pair, strings.Join(roles, ", "))
		}
		(*into)[pair[:at]] = pair[at+1:]
	}
	return nil
}

func level(into *slog.Level, v string) error {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError}
	l, ok := levels[strings.ToLower(v)]
	if !ok {
		return fmt.Errorf("%q is none of debug, info, warn, error", v)
	}
	*into = l
	return nil
}

// Loopback reports whether the host (with or without a port) can be reached
// from this machine alone.
func Loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

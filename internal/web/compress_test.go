package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
)

// bounded is a connection's writer that notes until when it may be written to.
type bounded struct {
	*httptest.ResponseRecorder
	until time.Time
}

func (b *bounded) SetWriteDeadline(t time.Time) error {
	b.until = t
	return nil
}

// The time for an answer can be put off for who takes it packed, too.
func TestAPackedAnswerCanBeGivenMoreTime(t *testing.T) {
	connection := &bounded{ResponseRecorder: httptest.NewRecorder()}
	c, _ := gin.CreateTestContext(connection)
	want := time.Date(2014, 11, 3, 12, 0, 0, 0, time.UTC)
	packed := &codingWriter{ResponseWriter: c.Writer, coding: "gzip"}
	if err := http.NewResponseController(packed).SetWriteDeadline(want); err != nil || !connection.until.Equal(want) {
		t.Errorf("%v, until %v", err, connection.until)
	}
}

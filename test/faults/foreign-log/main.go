// Checks a public log with an implementation that is not ours: golang.org/x/mod/sumdb/note and tlog.
//
//	main URL LOG_KEY WITNESS_KEY SEEN_FILE RECEIPT_FILE
//
// Verifies the signature, every tile, every entry, that the log begins with the checkpoint in SEEN_FILE (kept
// anew afterwards), the cosignature, and a receipt. Exit status 1 and a sentence when anything does not hold.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	log.SetFlags(0)
	if len(os.Args) != 6 {
		log.Fatal("usage: main URL LOG_KEY WITNESS_KEY SEEN_FILE RECEIPT_FILE")
	}
	url, seen, receipt := os.Args[1], os.Args[4], os.Args[5]
	verifier, err := note.NewVerifier(os.Args[2])
	check("log key", err)
	witness, err := newCosigner(os.Args[3])
	check("witness key", err)

	text := get(url + "/checkpoint")
	tree := open(text, verifier)
	reader := tlog.TileHashReader(tree, &tiles{url, map[string][]byte{}})
	old, err := os.ReadFile(seen)
	if err == nil {
		before := open(old, verifier)
		if before.N > tree.N {
			log.Fatal("consistency: the log is shorter than it was")
		}
		if before.N > 0 {
			proof, err := tlog.ProveTree(tree.N, before.N, reader)
			check("consistency", err)
			check("consistency", tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash))
		}
	}
	checkEntries(url, tree, reader)
	checkCosigned(text, witness)
	checkReceipt(receipt, verifier, witness)
	check("keep", os.WriteFile(seen, text, 0o600))
	fmt.Println(tree.N)
}

// open verifies the signature and reads the three lines of a checkpoint.
func open(text []byte, verifier note.Verifier) tlog.Tree {
	signed, err := note.Open(text, note.VerifierList(verifier))
	check("signature", err)
	lines := strings.Split(signed.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		log.Fatal("checkpoint: not three lines of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check("size", err)
	hash, err := tlog.ParseHash(lines[2])
	check("root", err)
	return tlog.Tree{N: size, Hash: hash}
}

// tiles fetches C2SP tlog-tiles; x/mod names the height of a tile in its path, C2SP does not.
type tiles struct {
	url   string
	known map[string][]byte
}

func (t *tiles) Height() int { return height }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	found := make([][]byte, len(wanted))
	for i, tile := range wanted {
		path := "tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
		if t.known[path] == nil {
			t.known[path] = get(t.url + "/" + path)
		}
		found[i] = t.known[path]
	}
	return found, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// checkEntries proves every entry of the log included.
func checkEntries(url string, tree tlog.Tree, reader tlog.HashReader) {
	for first := int64(0); first < tree.N; first += 1 << height {
		width := tree.N - first
		if width > 1<<height {
			width = 1 << height
		}
		tile := tlog.Tile{H: height, L: 0, N: first >> height, W: int(width)}
		path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/0/", height))
		bundle := get(url + "/tile/entries/" + path)
		for i := int64(0); i < width; i++ {
			length := int(binary.BigEndian.Uint16(bundle))
			leaf := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			proof, err := tlog.ProveRecord(tree.N, first+i, reader)
			check("tiles", err)
			check("entry", tlog.CheckRecord(proof, tree.N, tree.Hash, first+i, tlog.RecordHash(leaf)))
		}
		if len(bundle) != 0 {
			log.Fatal("entry: bytes after the last one")
		}
	}
}

// cosigner verifies C2SP tlog-cosignature of type Ed25519.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("not a key: %q", vkey)
	}
	material, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(material) != 33 || material[0] != 4 {
		return nil, fmt.Errorf("not a key of a witness: %q", vkey)
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), material...))
	hash := binary.BigEndian.Uint32(id[:])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, fmt.Errorf("another id: %q", vkey)
	}
	return &cosigner{parts[0], hash, material[1:]}, nil
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	signed := append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", time)), msg...)
	return ed25519.Verify(c.key, signed, sig[8:])
}

func checkCosigned(text []byte, witness note.Verifier) {
	_, err := note.Open(text, note.VerifierList(witness))
	check("cosignature", err)
}

// checkReceipt verifies a C2SP tlog-proof: the leaf is the hash of what the entry says.
func checkReceipt(path string, verifier, witness note.Verifier) {
	text, err := os.ReadFile(path)
	check("receipt", err)
	border := bytes.Index(text, []byte("\n\n"))
	lines := strings.Split(string(text[:border]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		log.Fatal("receipt: another kind")
	}
	said, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check("receipt", err)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check("receipt", err)
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		check("receipt", err)
		proof = append(proof, hash)
	}
	checkpoint := text[border+2:]
	tree := open(checkpoint, verifier)
	checkCosigned(checkpoint, witness)
	leaf := sha256.Sum256(said)
	check("receipt", tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf[:])))
}

func get(url string) []byte {
	answer, err := http.Get(url)
	check("fetch", err)
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		log.Fatalf("fetch: %s %s", url, answer.Status)
	}
	content, err := io.ReadAll(answer.Body)
	check("fetch", err)
	return content
}

func check(what string, err error) {
	if err != nil {
		log.Fatalf("%s: %v", what, err)
	}
}

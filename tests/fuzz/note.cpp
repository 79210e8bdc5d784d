// Signed notes, checkpoints and verifier keys: only what is written in the one right way is read, and nothing unsigned opens.
#include "audit/note.h"

#include "fuzz.h"

using namespace lots::audit;

namespace {
const auto verifier = *NoteVerifier::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
// The only text that this key, of golang.org/x/mod/sumdb/note, is known to have signed.
constexpr std::string_view signed_text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
}  // namespace

void fuzz_one(std::string_view input)
{
    const auto text = verifier.open(input);
    promise(!text || (*text == signed_text && input.starts_with(*text)), "only what was signed opens");

    if (const auto checkpoint = Checkpoint::parse(input)) {
        promise(input.starts_with(checkpoint->text()), "a checkpoint is written in one way");
        const auto again = Checkpoint::parse(checkpoint->text());
        promise(again && again->origin == checkpoint->origin && again->size == checkpoint->size && again->root == checkpoint->root,
                "what was read is read again as the same");
    }
    if (const auto key = NoteVerifier::parse(input)) {
        promise(may_be_key_name(key->name()), "a key has a name that may be one");
        // The key id is hexadecimal digits of either case, as its inventors read them.
        const auto again = NoteVerifier::parse(key->vkey());
        const auto line = input.substr(0, input.size() - (input.back() == '\n' ? 1 : 0));
        promise(key->vkey().size() == line.size() && again && again->vkey() == key->vkey(), "a key that was read is read again as the same");
    }
}

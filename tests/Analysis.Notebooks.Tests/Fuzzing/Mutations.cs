using System.Text;

namespace Analysis.Notebooks.Tests.Fuzzing;

/// <summary>Damages inputs: sound bytes with some cut out, doubled, exchanged or replaced by what readers stumble over.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly byte[][] Pieces =
    [
        [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x80], [0xC7, 0xE1], [0x1B], [0x0D], [0x0A],
        .. new[]
        {
            "\"", "\"\"", ",", ";", "\t", "{", "}", "[", "]", "\\ud83d", "\\u0000", "null", "1e999", "-0", "9999-12-31", "0001-01-01",
            "\u200F", "\u202E", "\uFEFF", "\uFEFB", "\uFDFA", "\u0640", "\u0651", "\u066B", "😀", "٣٠", "وال", "أمس", "قتل",
            "بعد 99999999999 يوما",
            "31 ديسمبر 9999", "1 محرم 1", "، ", ". ", "؟", "(", "»", "\r\n\r\n", "<html>", "#!time", "{\"id\":\"a\",", "\"cells\":",
            "id,file\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly Random _random = new(seed);

    /// <summary>The same for the same seed and the same calls before.</summary>
    public byte[] Of(IReadOnlyList<byte[]> sound)
    {
        var bytes = sound[_random.Next(sound.Count)].ToList();
        if (_random.Next(4) == 0) bytes = Part(bytes);
        for (var change = _random.Next(1, 8); change > 0; change--)
        {
            var at = _random.Next(bytes.Count + 1);
            var length = Math.Min(_random.Next(1, 30), bytes.Count - at);
            switch (_random.Next(5))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 2: bytes.InsertRange(at, Part([.. sound[_random.Next(sound.Count)]]).Take(200)); break;
                case 3 when at < bytes.Count: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
                default: bytes.InsertRange(at, Pieces[_random.Next(Pieces.Length)]); break;
            }
        }

        return [.. bytes];
    }

    private List<byte> Part(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        return bytes.GetRange(at, _random.Next(bytes.Count - at + 1));
    }
}

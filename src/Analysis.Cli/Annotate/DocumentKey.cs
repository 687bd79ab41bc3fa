namespace Analysis.Cli;

/// <summary>Ids of documents in 16 bytes, since those of a whole stream are kept: half of their SHA-256.</summary>
internal static class DocumentKey
{
    public static UInt128 Of(string id) => MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}

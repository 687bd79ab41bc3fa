using System.Data.Common;

namespace Analysis;

public abstract partial class DataFrame
{
    /// <summary>
    /// The frame as a reader, which other data frames load from: <c>Frame.ReadReader(reader)</c> in Deedle,
    /// <c>await DataFrame.LoadFrom(reader)</c> in Microsoft.Data.Analysis, <c>DataTable.Load(reader)</c>. Dates come as
    /// <see cref="DateTime"/>; enumerations, lists and other types that those do not know as text.
    /// </summary>
    public DbDataReader ToDataReader() => new FrameDataReader(this);
}

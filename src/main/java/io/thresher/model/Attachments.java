package io.thresher.model;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What families made of rows and keep with them, such as a copy in native memory: the next model on the same rows need
 * not make it again. Owned by whoever owns the rows. For one thread.
 */
public final class Attachments implements AutoCloseable {
    private final long mostBytes;
    private final Map<Object, Attachment> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    /** Makes an attachment. */
    @FunctionalInterface
    public interface Maker<A extends Attachment, X extends Exception> {
        A make() throws X;
    }

    /** Works with an attachment. */
    @FunctionalInterface
    public interface Work<A extends Attachment, T, X extends Exception> {
        T with(A attachment) throws X;
    }

    /**
     * @param mostBytes of attachments that are kept, the ones used last; 0 keeps none
     */
    public Attachments(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Keeps nothing: an attachment is closed as soon as it was used. */
    public static Attachments none() {
        return new Attachments(0);
    }

    /**
     * Works with the attachment of that key, which is made first if it is not here. It is closed with this object, or
     * after the work if there is no room for it.
     *
     * @param type of all attachments of that key
     * @param key whatever the attachment depends on beside the rows; a type of the family's own
     */
    public <A extends Attachment, T, X extends Exception> T use(
            Class<A> type, Object key, Maker<A, X> maker, Work<A, T, X> work) throws X {
        Attachment known = kept.get(key);
        A attachment = known == null ? maker.make() : type.cast(known);
        try {
            return work.with(attachment);
        } finally {
            if (known == null) {
                keepOrClose(key, attachment);
            }
        }
    }

    /** Memory that the attachments take. */
    public long bytes() {
        return keptBytes;
    }

    @Override
    public void close() {
        kept.values().forEach(Attachment::close);
        kept.clear();
        keptBytes = 0;
    }

    private void keepOrClose(Object key, Attachment attachment) {
        if (attachment.bytes() > mostBytes) {
            attachment.close();
            return;
        }
        kept.put(key, attachment);
        keptBytes += attachment.bytes();
        Iterator<Attachment> eldest = kept.values().iterator();
        while (keptBytes > mostBytes) {
            Attachment old = eldest.next();
            keptBytes -= old.bytes();
            eldest.remove();
            old.close();
        }
    }
}

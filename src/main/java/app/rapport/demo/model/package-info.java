/** What happened in the made-up firm: people, mails, meetings and deeds, from a seed and a day. */
@NullMarked
package app.rapport.demo.model;

import org.jspecify.annotations.NullMarked;
